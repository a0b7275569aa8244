import { css, type CSSResult } from 'lit';

export const photoFieldStyles: CSSResult = css`
  :host {
    display: block;
    --_tile: calc(5rem * var(--_scale));
  }

  .tiles {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .tile {
    position: relative;
    width: var(--_tile);
    height: var(--_tile);
  }

  .picture {
    display: flex;
    align-items: center;
    justify-content: center;
    width: 100%;
    height: 100%;
    border: var(--_hairline) solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_neutral-soft);
    color: var(--_ink-2);
    font-size: var(--_size-4);
  }

  .remove {
    position: absolute;
    inset: 0 0 auto auto;
    display: flex;
    align-items: center;
    justify-content: center;
    width: max(1.75rem, var(--_touch));
    height: max(1.75rem, var(--_touch));
    padding: 0;
    border: 0;
    border-radius: var(--_radius);
    background: transparent;
    color: var(--_ink);
    cursor: pointer;
  }

  .remove > span {
    display: flex;
    padding: var(--_space-1);
    border: var(--_hairline) solid var(--_line-strong);
    border-radius: 999px;
    background: var(--_surface);
    font-size: var(--_size-1);
  }

  .remove:hover > span {
    border-color: var(--_late);
    color: var(--_late);
  }

  .add {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: var(--_space-1);
    width: 100%;
    height: 100%;
    padding: 0;
    border: var(--_hairline) dashed var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_primary);
    font: inherit;
    font-size: var(--_size-2);
    cursor: pointer;
  }

  .add:hover,
  .over .add {
    border-color: var(--_primary);
    background: var(--_primary-soft);
  }

  .add:disabled {
    border-color: var(--_line);
    color: var(--_ink-2);
    cursor: not-allowed;
  }

  .add .sign {
    font-size: var(--_size-3);
  }

  .problems {
    display: flex;
    flex-direction: column;
    gap: var(--_space-1);
    margin: 0;
    padding: 0;
    list-style: none;
  }
`;
