import { addDocument } from '#app/features/documents/commands.server.ts';
import { addShown } from '#app/features/documents/evidence.server.ts';
import type { DocumentForm } from '#app/features/documents/forms.ts';
import type { Recruiter, Scope } from '#app/platform/scope.ts';

import { done } from './audits.ts';

export const policy: DocumentForm = {
  kind: 'policy',
  title: 'Fee policy',
  evidenceOn: '2026-02-01',
  validUntil: '2027-01-31',
};

/** A file as the store would answer for it; each letter is a content of its own. */
export const aFile = (letter: string) => ({
  key: `key-${letter}`,
  filename: 'policy.pdf',
  mediaType: 'application/pdf',
  bytes: 12,
  sha256: letter.repeat(64),
  quarantined: false,
});

export const aDocument = async (scope: Scope<Recruiter>, letter = 'a') =>
  done(await addDocument(scope, policy, aFile(letter))).documentId;

type Shown = Parameters<typeof addShown>;

/** A file that shows something, kept as the page of a record keeps it. */
export const shownOf = (scope: Scope<Recruiter>) => (trx: Shown[0], shown: Omit<Shown[2], 'kind'>) =>
  addShown(
    trx,
    scope,
    { ...shown, kind: 'other' },
    { ...aFile('f'), key: `key-${crypto.randomUUID()}`, filename: 'proof.pdf' },
  );
