import type { Location, Publication } from '../../model.ts';

/** Where the record of the entity is that an anchor stands for: "border-ec-pe", "border-ec-pe--length". */
export function findRecord(anchor: string, { graph }: Publication): Location | undefined {
  const [name, property] = anchor.split('--');
  const entity = [...graph.entities.values()].find(({ id }) => id.replace(':', '-') === name);
  const origins = [...(entity?.origins ?? [])].flatMap(([path, all]) =>
    all.map((origin) => ({ path, ...origin })),
  );
  const written = origins.filter(({ source }) => source !== 'statement');
  // The dots of a path stay where hyphens would stand for another, too.
  const own = ['.', '-'].flatMap((mark) =>
    origins.filter(({ path }) => path.split('/').join(mark) === property),
  )[0];
  return (own ?? written[0] ?? origins[0])?.location;
}
