/** Names that the record does not hold, given by the page: of a person, a place (a grid's code) or a unit. */
export type NameOf = (id: string, of: 'person' | 'place' | 'unit') => string | undefined;
