import { css, type CSSResult } from 'lit';

export const outboxStyles: CSSResult = css`
  :host {
    display: block;
  }

  .card {
    display: flex;
    flex-direction: column;
    gap: var(--_space-3);
    padding: var(--_space-4);
  }

  p,
  h3,
  ul {
    margin: 0;
    padding: 0;
  }

  h3 {
    font-size: inherit;
    font-weight: var(--_weight-strong);
  }

  ul {
    display: flex;
    flex-direction: column;
    gap: var(--_space-3);
    list-style: none;
  }

  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2);
  }

  .state {
    font-weight: var(--_weight-strong);
  }

  .offline .state {
    color: var(--_soon);
  }

  li {
    display: flex;
    flex-direction: column;
    gap: var(--_space-1);
    padding-top: var(--_space-3);
    border-top: var(--_hairline) solid var(--_line);
  }

  .what {
    font-weight: var(--_weight-strong);
  }

  .aside {
    color: var(--_ink-2);
    font-size: var(--_size-2);
  }

  .words {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .why {
    color: var(--_late);
  }
`;
