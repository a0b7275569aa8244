/** Whether what was thrown is an error of the file system with one of these codes, as `ENOENT`. */
export const isErrno = (thrown: unknown, ...codes: readonly string[]): boolean =>
  thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' && codes.includes(thrown.code);
