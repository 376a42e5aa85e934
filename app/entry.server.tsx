import { PassThrough } from 'node:stream';

import { createReadableStreamFromReadable, type EntryContext } from '@remix-run/node';
import { RemixServer, isRouteErrorResponse } from '@remix-run/react';
import { renderToPipeableStream } from 'react-dom/server';

import { log } from './platform/log.server.ts';

const patience = 5000;

/** No script runs on any page. Styles may stand inline: the figures of a chart are widths and colours. */
const policy = [
  "default-src 'self'",
  "script-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** The whole page at once: readers that run no script would never see a gap filled later. */
export default function render(request: Request, status: number, headers: Headers, context: EntryContext) {
  return new Promise<Response>((resolve, reject) => {
    let failed = false;
    const { pipe, abort } = renderToPipeableStream(<RemixServer context={context} url={request.url} />, {
      onAllReady() {
        const body = new PassThrough();
        keepAnswered(headers, context);
        headers.set('Content-Type', 'text/html; charset=utf-8');
        headers.set('Content-Security-Policy', policy);
        resolve(
          new Response(createReadableStreamFromReadable(body), { headers, status: failed ? 500 : status }),
        );
        pipe(body);
      },
      onShellError: reject,
      onError(error) {
        failed = true;
        log.error({ err: error }, 'rendering');
      },
    });
    setTimeout(abort, patience).unref();
  });
}

/** Remix drops what loaders and actions say beside their data, unless each page repeats it. */
function keepAnswered(headers: Headers, { staticHandlerContext: said }: EntryContext) {
  const answers = [...Object.values(said.loaderHeaders), ...Object.values(said.actionHeaders)];
  for (const name of ['Cache-Control', 'Referrer-Policy', 'Retry-After']) {
    const value = answers.map((answer) => answer.get(name)).find(Boolean);
    if (value) headers.set(name, value);
  }
}

export function handleError(error: unknown, { request }: { request: Request }) {
  // An address nobody has is an answer, not a fault.
  if (isRouteErrorResponse(error) && error.status < 500) return;
  if (!request.signal.aborted) log.error({ err: error, path: new URL(request.url).pathname }, 'unexpected');
}
