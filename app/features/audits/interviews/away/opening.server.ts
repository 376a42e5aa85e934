import { envelopesFor } from '#app/platform/sealed/envelope.server.ts';
import { ok, refuse } from '#app/platform/result.ts';

import { aboutInterview, type Sealed } from './about.ts';
import { heardForm } from './forms.ts';

const envelopes = envelopesFor('interviews written away');

/** What devices seal the interviews of an audit with: of each audit its own. */
export const lockOf = (auditId: string) => envelopes.lock(auditId);

/** What was sealed on a device for this audit, in the form's own demands. */
export async function openAway(auditId: string, { sealed, ...about }: Sealed) {
  const opened = await envelopes.open(auditId, aboutInterview(auditId, about), sealed);
  const said: unknown = opened === undefined ? undefined : parsed(opened);
  if (said === undefined) return refuse('seal_broken');
  const form = heardForm.safeParse(said);
  if (form.success) return ok(form.data);
  const long = form.error.issues.some(({ code }) => code === 'too_big');
  return refuse(long ? 'text_too_long' : 'interview_incomplete');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
