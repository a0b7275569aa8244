import { expect, fixture, html } from '@open-wc/testing';

describe('the browser of the tests', () => {
  it('draws and passes axe', async () => {
    const element = await fixture<HTMLButtonElement>(html`<button>客厅</button>`);
    await expect(element).to.be.accessible();
  });
});
