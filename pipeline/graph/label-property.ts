/** The property that holds an entity's label in every vocabulary. */
export const labelProperty = 'name';
