import { commandId, hashText, uuidFrom, type CommandId } from '@keting/domain';

/**
 * An identity that follows from what it names, so that the same thing sent twice acts once: UUID version 8 (RFC 9562),
 * from the SHA-256 of the name. Whoever knows the name can make it, so the desk takes one from a process alone.
 */
export function derivedId(name: string): CommandId {
  const hex = hashText(name);
  const variant = ((parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return commandId.parse(uuidFrom(`${hex.slice(0, 12)}8${hex.slice(13, 16)}${variant}${hex.slice(17, 32)}`));
}

/** Whether an identity says of itself that it follows from a name. */
export const isDerived = (id: CommandId): boolean => id.charAt(14) === '8';
