import { expect } from '@open-wc/testing';
import { smallDesk } from '../runtime/desk/small-place.ts';
import { Names } from '../../examples/portal/src/capabilities/names.ts';

const units = { view: 'units', key: 'id', label: ['name'] };

it('two tables that want the same name at once both wait for the one answer', async () => {
  let asked = 0;
  let answer = (): void => undefined;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  const { desk } = smallDesk();
  const slow = new Proxy(desk, {
    get: (real, name): unknown => {
      if (name !== 'view') return Reflect.get(real, name);
      return async () => {
        asked += 1;
        await answered;
        return { rows: [{ id: 'room', name: 'The living room' }], contents: {} };
      };
    },
  });
  const names = new Names(slow, 'en');
  const both = ['first', 'second'].map(async () => {
    await names.learn(units, ['room']);
    return names.of(units, 'room');
  });
  answer();
  expect(await Promise.all(both)).to.deep.equal(['The living room', 'The living room']);
  expect(asked).to.equal(1);
});
