import * as z from 'zod/mini';
import type { Sealed } from '../kernel/contents.ts';
import type { CommandSpec } from '../kernel/decider.ts';
import type { Message } from '../kernel/envelope.ts';
import { ballotId, resolutionId, sittingId, unitId } from '../kernel/ids.ts';
import { civilDate } from '../kernel/time.ts';
import { sittingOf } from './deliberation-facts.ts';
import { resolutionStream, type ResolutionState } from './resolution.ts';
import { sittingStream } from './sitting.ts';

const of = { resolution: resolutionId };
const text = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));

/** Adopts what a ballot on an item carried, in 1 to 2,000 characters, with a unit that owns it and the day it is due. */
export const adoptResolution = z.strictObject({
  ...of,
  sitting: sittingId,
  ballot: ballotId,
  text: text(2000),
  owner: unitId,
  due: civilDate,
});
/** Tells how far it is, in 1 to 2,000 characters. */
export const reportResolution = z.strictObject({ ...of, report: text(2000) });
/** Tells that it is carried out, and how, in 1 to 2,000 characters. */
export const completeResolution = z.strictObject({ ...of, report: text(2000) });
/** Notes that its day has passed. The clock asks it. */
export const markResolutionOverdue = z.strictObject({ ...of, due: civilDate });

export type AdoptResolutionData = Sealed<z.infer<typeof adoptResolution>, 'text'>;
export type ReportResolutionData = Sealed<z.infer<typeof reportResolution>, 'report'>;
export type CompleteResolutionData = Sealed<z.infer<typeof completeResolution>, 'report'>;
export type MarkResolutionOverdueData = z.infer<typeof markResolutionOverdue>;

/** What may be asked of resolutions, as `decide` sees it. */
export type ResolutionCommand =
  | Message<'AdoptResolution', AdoptResolutionData>
  | Message<'ReportResolution', ReportResolutionData>
  | Message<'CompleteResolution', CompleteResolutionData>
  | Message<'MarkResolutionOverdue', MarkResolutionOverdueData>;
/** What may be asked of a resolution that was adopted. */
export type ResolutionStep = Exclude<ResolutionCommand, { type: 'AdoptResolution' }>;

const stream = ({ resolution }: { readonly resolution: string }) => resolutionStream(resolution);

const adopt: CommandSpec<AdoptResolutionData> = {
  schema: () => adoptResolution,
  stream,
  begins: true,
  seals: ['text'],
  names: ({ sitting }) => [sittingStream(sitting)],
  about({ sitting }, _state, facts) {
    const found = facts(sittingOf(sitting));
    return { territory: found?.territories ?? [], unit: found?.units[0] };
  },
};

const step = (
  schema: z.ZodMiniType,
  ...seals: readonly string[]
): CommandSpec<{ readonly resolution: string }, ResolutionState> => ({ schema: () => schema, stream, seals });

/** Every command on a resolution: what it may say, the stream it is decided on, the texts that must stay erasable. */
export const resolutionCommandSpecs = {
  AdoptResolution: adopt,
  ReportResolution: step(reportResolution, 'report'),
  CompleteResolution: step(completeResolution, 'report'),
  MarkResolutionOverdue: step(markResolutionOverdue),
} as const;
