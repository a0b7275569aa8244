import * as z from 'zod/mini';

const invisible = /^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu;

/** Takes from both ends of a text what nobody can see: white space, and characters without width. */
export const trimmed = z.overwrite((text: string) => text.replace(invisible, ''));
