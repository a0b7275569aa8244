import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';

/** Answers requests for the files of a folder, under a content security policy, and with 404 for what is not there. */
export function pagesOf(folder: string, policy: string): (request: Request) => Promise<Response> | Response {
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    context.header('Content-Security-Policy', policy);
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('Referrer-Policy', 'no-referrer');
    context.header('Cache-Control', 'no-cache');
  });
  app.get('*', serveStatic({ root: folder }));
  return (request) => app.fetch(request);
}
