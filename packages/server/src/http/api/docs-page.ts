import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Handler } from '../asked.ts';
import { WireProblem } from '../wire-problem.ts';

/** The page loads from here alone. Its drawings are data; all its scripts and styles are files. */
const policy = [
  "default-src 'self'",
  "img-src 'self' data:",
  "style-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Keting</title>
    <link rel="icon" type="image/png" href="docs/favicon-32x32.png">
    <link rel="stylesheet" href="docs/swagger-ui.css">
  </head>
  <body>
    <div id="page"></div>
    <script src="docs/swagger-ui-bundle.js"></script>
    <script src="docs/start.js"></script>
  </body>
</html>
`;

/** Asks the desk first what to show against forged requests, so that what is tried out goes through. */
const start = `(async () => {
  const here = document.currentScript.src;
  const answer = await fetch(new URL('../desk', here));
  const { csrf } = await answer.json();
  window.SwaggerUIBundle({
    dom_id: '#page',
    url: new URL('../openapi.json', here).href,
    validatorUrl: null,
    requestInterceptor(request) {
      if (csrf !== undefined) request.headers['keting-csrf'] = csrf;
      return request;
    },
  });
})();
`;

const require = createRequire(import.meta.url);

/** What the page loads of others, by name: its type, and where it lies. */
const assets: ReadonlyMap<string, readonly [type: string, file: () => string]> = new Map([
  ['favicon-32x32.png', ['image/png', () => require.resolve('swagger-ui-dist/favicon-32x32.png')]],
  ['swagger-ui.css', ['text/css; charset=utf-8', () => require.resolve('swagger-ui-dist/swagger-ui.css')]],
  [
    'swagger-ui-bundle.js',
    ['text/javascript; charset=utf-8', () => require.resolve('swagger-ui-dist/swagger-ui-bundle.js')],
  ],
]);

const answer = (body: BodyInit, type: string): Response =>
  new Response(body, { headers: { 'content-type': type, 'content-security-policy': policy } });

/** A page on which the ways to the desk can be read and tried out. */
export const docsPage: Handler = () => Promise.resolve(answer(page, 'text/html; charset=utf-8'));

/** What that page loads; nothing else of that folder is handed out. */
export const docsAsset: Handler = async ({ param }) => {
  const name = param('asset');
  if (name === 'start.js') return answer(start, 'text/javascript; charset=utf-8');
  const asset = assets.get(name);
  if (asset === undefined) throw new WireProblem('not-found');
  const [type, file] = asset;
  return answer(new Uint8Array(await readFile(file())), type);
};
