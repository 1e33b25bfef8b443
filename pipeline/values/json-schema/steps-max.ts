/** Through how many schemas one value may lead, by references and alternatives within each other; nobody's schemas need a tenth. */
export const stepsMax = 200;
