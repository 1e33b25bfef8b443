import type { Location, Publication } from '../../model.ts';

/** Where the record of the entity is that an anchor stands for: "border-ec-pe", "border-ec-pe--length". */
export function findRecord(anchor: string, { graph }: Publication): Location | undefined {
  const [name, property] = anchor.split('--');
  const entity = [...graph.entities.values()].find(({ id }) => id.replace(':', '-') === name);
  const origins = [...(entity?.origins ?? [])].flatMap(([path, all]) =>
    all.map((origin) => ({ path, ...origin })),
  );
  const written = origins.filter(({ source }) => source !== 'statement');
  const own = origins.find(({ path }) => path.split('/').join('-') === property);
  return (own ?? written[0] ?? origins[0])?.location;
}
