/** Whether nobody watches because a CI runs the tool, as all of them say (CI=true). */
export function isCi({ CI: ci }: Readonly<Record<string, string | undefined>>): boolean {
  return ci !== undefined && ci !== '' && ci !== 'false';
}
