import { buildWhenChanged } from '../build-all.ts';
import { broken, fine, type Check } from './check.ts';

export const build: Check = {
  name: 'build',
  about: 'packages and portal',
  run: async () => {
    try {
      await buildWhenChanged();
      return fine;
    } catch (error) {
      return broken(error instanceof Error ? error.message : String(error));
    }
  },
};
