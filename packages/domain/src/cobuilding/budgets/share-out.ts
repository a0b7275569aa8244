/**
 * Parts an amount of whole fen among so many as evenly as can be: no two parts differ by more than one fen, the larger come
 * first, and together they are the amount. Empty where there is nobody to part it among.
 */
export function shareOut(amount: number, among: number): readonly number[] {
  const rest = amount % among;
  const part = (amount - rest) / among;
  return Array.from({ length: among }, (_, i) => (i < rest ? part + 1 : part));
}
