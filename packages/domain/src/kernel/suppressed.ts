/** Counts of persons or their matters are told to the public from here up. */
export const leastPublic = 5;

/** A count as the public is told it: undefined where it is so low, and not zero, that it might point at somebody. */
export const publicCount = (count: number): number | undefined =>
  count > 0 && count < leastPublic ? undefined : count;
