import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { expect } from 'storybook/test';

class XSmoke extends LitElement {
  @property() name = '客厅';
  protected override render() {
    return html`<p>${this.name}</p>`;
  }
}
customElements.define('x-smoke', XSmoke);

const meta: Meta = { title: 'smoke' };
export default meta;
export const Simple: StoryObj = {
  render: () => html`<x-smoke></x-smoke>`,
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelector('x-smoke')?.shadowRoot?.textContent).toContain('客厅');
  },
};
