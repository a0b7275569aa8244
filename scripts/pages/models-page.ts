// docs/models.md, made from the models.

import { models } from '@keting/models';
import type { GovernanceModel } from '@keting/domain';
import type { Capability } from '../../examples/portal/src/capabilities/capability.ts';
import { capabilities } from '../../examples/portal/src/capabilities/catalogue.ts';

/** What a cell says: how the place does it, or why there is nothing to say. */
function cell({ asked, how }: Capability, model: GovernanceModel): string {
  const said = how(model);
  if (said !== undefined) return said.en;
  return asked.includes(model.id) ? '**not in the model yet**' : 'not in the account';
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** The page as text. */
export function modelsPage(): string {
  const sources = models.map(({ name, basis, version }) => {
    const [account] = basis;
    return `- **${name.en}** (${name['zh-Hans']}), version ${version}: ${account?.title['zh-Hans'] ?? ''}, ${account?.issuer['zh-Hans'] ?? ''}`;
  });
  const head = ['', ...models.map(({ id }) => `\`${id}\``)];
  const lines = capabilities.map((one) =>
    row([`**${one.code}** ${one.title.en}`, ...models.map((model) => cell(one, model))]),
  );
  return `# Models

Five places, each as its account tells. What a place does is data (\`GovernanceModel\`); the same code serves all five, and a sixth is
another model. This page is made from the models by \`npm run docs\`; a test keeps it as they are.

${sources.join('\n')}

"Not in the account" says that the account tells of no such thing, so the model has none, and its commands are refused there with a code
of their own.

${row(head)}
${row(head.map(() => '---'))}
${lines.join('\n')}
`;
}
