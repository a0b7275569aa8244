/**
 * A question that no store can answer: a view or column that is not there, a limit out of range, a cursor of another
 * query. It is a mistake in a program, never a refusal to a person.
 */
export class QueryError extends TypeError {
  override readonly name = 'QueryError';
}
