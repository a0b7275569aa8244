import type { Photo } from './photo.ts';

/** A person has added or removed photos. */
export class KtPhotosChangedEvent extends Event {
  static readonly type = 'kt-photos-changed';

  readonly photos: readonly Photo[];

  constructor(photos: readonly Photo[]) {
    super(KtPhotosChangedEvent.type, { bubbles: true, composed: true });
    this.photos = photos;
  }
}

declare global {
  interface HTMLElementEventMap {
    'kt-photos-changed': KtPhotosChangedEvent;
  }
}
