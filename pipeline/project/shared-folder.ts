/** The folder of source/ that is no publication's: what it holds is shared by all. */
export const sharedFolder = 'entities';
