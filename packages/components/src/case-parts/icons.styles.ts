import { css, type CSSResult } from 'lit';

/** How the drawn signs look: a line in the colour and size of the text around them. */
export const signs: CSSResult = css`
  .sign {
    flex: none;
    width: 1.15em;
    height: 1.15em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
    vertical-align: -0.2em;
  }
`;
