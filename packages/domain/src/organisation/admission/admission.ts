import * as z from 'zod/mini';
import { contentRef } from '../../kernel/contents.ts';
import type { CommandSpec } from '../../kernel/decider.ts';
import type { Message, Recorded } from '../../kernel/envelope.ts';
import { unitOf, type Facts } from '../../kernel/facts.ts';
import { modelKey, streamKey, territoryCode, unitId, type StreamId } from '../../kernel/ids.ts';
import { civilDate } from '../../kernel/time.ts';

const key = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/));

/** A matter was let into a community, by the item of the service list that it falls under. */
export const matterAdmitted = z.strictObject({
  community: unitId,
  territories: z.array(territoryCode),
  /** Who asked the community to do it. */
  from: unitId,
  class: modelKey,
  item: modelKey,
  title: contentRef,
  on: civilDate,
});

/** What can happen to a matter that is asked of a community. One that is refused leaves no trace. */
export type AdmissionEvent = Message<'MatterAdmitted', z.infer<typeof matterAdmitted>>;

/** A matter that a community was given to do. */
export type AdmissionState = z.infer<typeof matterAdmitted> & { readonly id: string };

export const admissionStream = (id: string): StreamId => `admission/${id}`;

/** A matter as its one event has it. */
export const evolveAdmission = (
  _state: AdmissionState | undefined,
  { stream, data }: Recorded<AdmissionEvent>,
): AdmissionState => ({ ...data, id: streamKey(stream) });

const admitMatter = z.strictObject({
  matter: key,
  community: unitId,
  from: unitId,
  item: modelKey,
  title: z.string().check(z.trim(), z.minLength(1), z.maxLength(100)),
});
/** Data of the command as a rule sees it: the title is a reference. */
export type AdmitMatterData = Omit<z.infer<typeof admitMatter>, 'title'> & {
  readonly title: z.infer<typeof contentRef>;
};
export type AdmissionCommand = Message<'AdmitMatter', AdmitMatterData>;

/** It is about the community that is asked, and asked by the unit it comes from. */
export const admitMatterSpec: CommandSpec<AdmitMatterData> = {
  schema: () => admitMatter,
  stream: ({ matter }) => admissionStream(matter),
  begins: true,
  seals: ['title'],
  about: ({ community, from }, _state, facts: Facts) => ({
    territory: facts(unitOf(community))?.territories,
    unit: from,
  }),
};
