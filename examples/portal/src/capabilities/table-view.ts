import { html, type TemplateResult } from 'lit';

/** A table that scrolls within its frame, by the keyboard too. */
export const tableView = (
  name: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): TemplateResult => html`
  <div class="table" tabindex="0" role="region" aria-label=${name}>
    <table>
      <caption class="unseen">
        ${name}
      </caption>
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((text) => html`<td>${text}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>
`;
