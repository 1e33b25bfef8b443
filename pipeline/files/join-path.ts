/** What a path leads to from the folder of a file, "/" from the project's; undefined where it leads out of the project. */
export function joinPath(from: string, path: string): string | undefined {
  const steps = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') {
      if (steps.length === 0) return undefined;
      steps.pop();
    } else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
