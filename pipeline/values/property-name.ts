/** The name of a property or a part, as a regular expression within a larger one: a letter, then letters, figures and - _ $ @. */
export const propertyNamePattern = '[A-Za-z_$@][A-Za-z0-9_$@-]*';

/** The path to a value: names with dots between, and numbers for one of several objects ("authors.2.family-names"). */
export const propertyPathPattern = `${propertyNamePattern}(\\.(${propertyNamePattern}|[1-9]\\d*))*`;
