import { PassThrough } from 'node:stream';

import { createReadableStreamFromReadable, type EntryContext } from '@remix-run/node';
import { RemixServer, isRouteErrorResponse } from '@remix-run/react';
import { renderToPipeableStream } from 'react-dom/server';

import { log } from './platform/operation/log.server.ts';

const patience = 5000;

/** The one script we have runs passkeys, on their pages alone. Styles may stand inline: the figures of a chart are widths and colours. */
const policy = [
  "default-src 'self'",
  "script-src 'self'",
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

export function handleError(error: unknown, { request }: { request: Request }) {
  // An address nobody has is an answer, not a fault.
  if (isRouteErrorResponse(error) && error.status < 500) return;
  if (!request.signal.aborted) log.error({ err: error, path: new URL(request.url).pathname }, 'unexpected');
}
