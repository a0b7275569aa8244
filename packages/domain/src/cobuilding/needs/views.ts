import * as z from 'zod/mini';
import { offerForm } from '../../governance-model/cobuilding-rules.ts';
import { contentRef } from '../../kernel/contents.ts';
import type { Recorded } from '../../kernel/envelope.ts';
import { fileId, streamKey } from '../../kernel/ids.ts';
import { table } from '../../kernel/views.ts';
import { needEventSchemas, type NeedEvent } from './need.ts';

/** A need in a list: whose, of what kind, where, and what was found for it. */
export const needRow = z.object({
  id: z.string(),
  unit: z.string(),
  kind: z.string(),
  territory: z.string(),
  stage: z.enum(['open', 'matched', 'met', 'withdrawn']),
  text: contentRef,
  /** The offer that was found, and the rule of the model that says that it fits. */
  form: z.optional(offerForm),
  offer: z.optional(z.string()),
  rule: z.optional(z.string()),
  evidence: z.optional(z.array(fileId)),
  note: z.optional(contentRef),
  reason: z.optional(contentRef),
  changedAt: z.number(),
});
export type NeedRow = z.infer<typeof needRow>;

type Raised = Extract<Recorded<NeedEvent>, { type: 'NeedRaised' }>;

function changed(event: Exclude<Recorded<NeedEvent>, Raised>): Partial<NeedRow> {
  switch (event.type) {
    case 'NeedMatched': {
      const { with: offer, rule } = event.data;
      return { stage: 'matched', form: offer.form, offer: offer.id, rule };
    }
    case 'NeedReleased':
      return { stage: 'open', form: undefined, offer: undefined, rule: undefined };
    case 'NeedMet':
      return { stage: 'met', evidence: event.data.evidence, note: event.data.note };
    case 'NeedWithdrawn':
      return { stage: 'withdrawn', reason: event.data.reason };
  }
}

/** Needs of units, by place and kind, and by the offer that they wait for. */
export const needs = table<NeedRow, NeedEvent>({
  name: 'needs',
  row: needRow,
  on: Object.keys(needEventSchemas),
  keys: (event) => [streamKey(event.stream)],
  project(row, event, id) {
    if (event.type === 'NeedRaised') return { id, ...event.data, stage: 'open', changedAt: event.at };
    return row === undefined ? undefined : { ...row, ...changed(event), changedAt: event.at };
  },
  indexes: [['territory', 'stage', 'kind'], ['unit'], ['form', 'offer'], ['id']],
  about: { territory: 'territory', unit: 'unit' },
  contents: { text: 'see:needs', note: 'see:needs', reason: 'see:needs' },
});

/** Read models of needs. */
export const needViews = [needs] as const;
