// Redux Toolkit: all cases in one entity adapter, as its own docs put a table of things.

import { configureStore, createEntityAdapter, createSlice, type PayloadAction } from '@reduxjs/toolkit';
import { leadsTo, textOf, type Engine, type Step } from './lives.ts';

export interface Held {
  id: string;
  stage: string;
  handler?: string;
  text: string;
  notes: string[];
}

const adapter = createEntityAdapter<Held>();

const cases = createSlice({
  name: 'cases',
  initialState: adapter.getInitialState(),
  reducers: {
    hold: (state, { payload }: PayloadAction<readonly Held[]>) => adapter.setAll(state, payload),
    step(state, { payload: { type, data } }: PayloadAction<Step[1]>) {
      const id = textOf(data, 'case');
      if (type === 'ReportCase') {
        adapter.addOne(state, { id, stage: 'collected', text: textOf(data, 'text'), notes: [] });
        return;
      }
      const found = state.entities[id];
      if (found === undefined) throw new Error(`no case ${id}`);
      found.stage = leadsTo[type] ?? found.stage;
      if (type === 'DispatchCase') found.handler = textOf(data, 'handler');
      for (const field of ['result', 'reply', 'rating']) if (field in data) found.notes.push(textOf(data, field));
    },
  },
});

/** A store without the checks of development, which its docs say to leave out of what is measured. */
export const openStore = () =>
  configureStore({
    reducer: cases.reducer,
    middleware: (defaults) => defaults({ immutableCheck: false, serializableCheck: false }),
    devTools: false,
  });

export const { step, hold } = cases.actions;

export const entityAdapter: Engine = (lives) => {
  const store = openStore();
  const started = performance.now();
  for (const life of lives) for (const [, command] of life) store.dispatch(step(command));
  return performance.now() - started;
};
