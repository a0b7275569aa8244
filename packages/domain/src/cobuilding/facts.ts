import type { OfferForm } from '../governance-model/cobuilding-rules.ts';
import { fact } from '../kernel/facts.ts';

/** What may be found for a need: in which form, of what kind, where, and whether it can still be had. */
export interface Offer {
  readonly form: OfferForm;
  readonly id: string;
  readonly kind: string;
  /** The territory that it is for. */
  readonly territory: string;
  /** Whether it is still to be had: a commitment to be kept, a resource that is open, a project that runs. */
  readonly open: boolean;
}

/** The commitment of that id as an offer, or undefined. */
export const commitmentOffer = fact<Offer | undefined>()<[id: string]>('commitmentOffer');
/** The resource of that id as an offer, or undefined. */
export const resourceOffer = fact<Offer | undefined>()<[id: string]>('resourceOffer');
/** The project of that id as an offer, or undefined. */
export const projectOffer = fact<Offer | undefined>()<[id: string]>('projectOffer');
/** Needs that wait for an offer that they were matched with. */
export const needsMatchedWith = fact<readonly string[]>()<[form: OfferForm, id: string]>('needsMatchedWith');
