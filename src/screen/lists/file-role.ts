/** The first lines of a file, for those who look what it is. */
export const HEAD_BYTES = 65_536;
