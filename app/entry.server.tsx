import { PassThrough } from 'node:stream';

import { createReadableStreamFromReadable, type EntryContext } from '@remix-run/node';
import { RemixServer, isRouteErrorResponse } from '@remix-run/react';
import { renderToPipeableStream } from 'react-dom/server';

import { log } from './platform/operation/log.server.ts';
import { loggedPath } from './platform/operation/logged-path.ts';
import { isUnavailable } from './platform/database/unavailable.server.ts';
import { noteUnavailable, theRequest } from './platform/request.server.ts';
import { Nonce } from './ui/parts/nonce.ts';
import { Unavailable } from './ui/parts/unavailable.ts';

const patience = 5000;

/** What a page says that could not be answered: it is nobody's answer, and a moment later there may be one. */
const later = { 'Retry-After': '5', 'Cache-Control': 'no-store' };

/** The whole page at once: readers that run no script would never see a gap filled later. */
export default function render(request: Request, status: number, headers: Headers, context: EntryContext) {
  return new Promise<Response>((resolve, reject) => {
    let failed = false;
    const { pipe, abort } = renderToPipeableStream(<Page url={request.url} context={context} />, {
      onAllReady() {
        const body = new PassThrough();
        headers.set('Content-Type', 'text/html; charset=utf-8');
        handOn(context, headers);
        const unavailable = theRequest().unavailable === true;
        if (unavailable) for (const [name, value] of Object.entries(later)) headers.set(name, value);
        const said = unavailable ? 503 : failed ? 500 : status;
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status: said }));
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

const stated = ['Cache-Control', 'Clear-Site-Data', 'Referrer-Policy', 'Refresh', 'Retry-After', 'Vary'];

/** What a page says of itself beside its data; by itself the framework hands on nothing but cookies. */
function handOn({ staticHandlerContext: { loaderHeaders, actionHeaders } }: EntryContext, headers: Headers) {
  for (const own of [...Object.values(loaderHeaders), ...Object.values(actionHeaders)]) {
    for (const name of stated) {
      const value = own.get(name);
      if (value !== null) headers.set(name, value);
    }
  }
}

/** Whatever a page holds of scripts and styles carries the nonce its headers name. */
function Page(asked: { url: string; context: EntryContext }) {
  const { nonce, unavailable = false } = theRequest();
  return (
    <Nonce.Provider value={nonce}>
      <Unavailable.Provider value={unavailable}>
        <RemixServer {...asked} nonce={nonce} />
      </Unavailable.Provider>
    </Nonce.Provider>
  );
}

export function handleError(error: unknown, { request }: { request: Request }) {
  // An address nobody has is an answer, not a fault.
  if (isRouteErrorResponse(error) && error.status < 500) return;
  if (isUnavailable(error)) noteUnavailable();
  if (!request.signal.aborted) log.error({ err: error, path: loggedPath(request.url) }, 'unexpected');
}
