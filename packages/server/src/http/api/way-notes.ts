import { type routes } from '@keting/runtime/wire';

export type RouteName = keyof typeof routes;

/** What a way takes and answers, by the names of schemas in the document. */
export interface WayNote {
  readonly summary: string;
  readonly body?: string;
  /** Schema of what it answers; without one it is told in `answers`. */
  readonly answer?: string;
  /** An answer that is no JSON. */
  readonly media?: { readonly type: string; readonly description: string };
  readonly query?: Readonly<Record<string, string>>;
}

const views = 'Names of views, parted by commas.';
const after = 'A position that was told before.';

/** Every way of `routes`, in words. */
export const wayNotes: { readonly [Name in RouteName]: WayNote } = {
  desk: { summary: 'The model, who you are taken for, and the time', answer: 'Desk' },
  send: {
    summary: 'Carries out one command, or several in their order; a refusal is an answer too',
    body: 'SendBody',
    answer: 'SendAnswer',
  },
  can: { summary: 'What a command would be answered now', body: 'Command', answer: 'CanAnswer' },
  offers: { summary: 'What may be asked of each stream', body: 'OffersBody', answer: 'OffersAnswer' },
  view: { summary: 'A page of the rows of a view that you may see', body: 'Query', answer: 'Page' },
  sum: { summary: 'Columns of a view added up, over the rows that you may see', body: 'SumQuery', answer: 'Sums' },
  ask: { summary: 'The answer to a question, as far as you may see', body: 'QuestionData', answer: 'AskAnswer' },
  standings: { summary: 'The posts that you may act by', answer: 'Standings' },
  news: { summary: 'Rows that changed since a position', answer: 'News', query: { after, views } },
  live: {
    summary: 'Rows that change, as they do',
    media: {
      type: 'text/event-stream',
      description:
        'Each `id` is a position, each `data` a SeenNews. The event `reset` says that some are gone: read anew all that you show. `Last-Event-ID` resumes.',
    },
    query: { after, views },
  },
  attach: { summary: 'Keeps a file under an id of your making', body: 'File', answer: 'AttachAnswer' },
  file: {
    summary: 'A file, for whoever may see what names it',
    media: { type: 'application/octet-stream', description: 'The file, with its own content type.' },
  },
  person: { summary: 'Everything that is kept about you, or about whom you may ask', answer: 'Person' },
};
