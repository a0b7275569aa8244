/**
 * Freezes a value and all that hangs on it, and hands it back: what the store keeps is shared with whoever reads it.
 * Stops at what is frozen already, so a state made by immer costs nothing.
 */
export function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) frozen(part);
  return value;
}
