/** The property that tells where the record of an entity is taken from (schemas/types/thing.json). */
export const recordSourceProperty = 'recordedFrom';
