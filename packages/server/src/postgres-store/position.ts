import { QueryError, type Position } from '@keting/runtime';

/** A place in the record: how often the record had moved to another server, a transaction there, a number within. */
export interface Place {
  readonly epoch: number;
  readonly xid: string;
  readonly seq: string;
}

export const positionOf = ({ epoch, xid, seq }: Place): Position => `${epoch}.${xid}.${seq}`;

const form = /^(\d{1,9})(?:\.(\d{1,18})\.(\d{1,18}))?$/;

/** Reads a position. A text that is none is a `QueryError`. */
export function readPosition(position: Position): Place {
  const [, epoch, xid = '0', seq = '0'] = form.exec(position) ?? [];
  if (epoch === undefined) throw new QueryError('this is no position in the record');
  return { epoch: Number(epoch), xid, seq };
}

/** Whether a place is at another or after it. */
export function isFrom(place: Place, other: Place): boolean {
  if (place.epoch !== other.epoch) return place.epoch > other.epoch;
  const [xid, otherXid] = [BigInt(place.xid), BigInt(other.xid)];
  return xid === otherXid ? BigInt(place.seq) >= BigInt(other.seq) : xid > otherXid;
}
