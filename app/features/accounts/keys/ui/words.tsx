import type { ReactNode } from 'react';

import { TextLink } from '#app/ui/buttons.tsx';

import { mostKeys, type KeyScope, type KeyStanding, type Overlap } from '../model.ts';

/** What each scope lets a program do, in words. */
export const scopeWords: Record<KeyScope, { label: string; hint: string }> = {
  'register:read': {
    label: 'Read the register',
    hint: 'Ask for recruiters, certificates and their history, ten times as often as without a key',
  },
  'verifications:write': {
    label: 'Verify suppliers',
    hint: 'Check a list of recruiters and keep dated receipts in your company’s name',
  },
  'watches:write': {
    label: 'Watch recruiters',
    hint: 'Begin and end being told when a recruiter’s standing changes',
  },
};

export const standingWords: Record<
  KeyStanding,
  { tone: 'certified' | 'watch' | 'withdrawn'; label: string }
> = {
  works: { tone: 'certified', label: 'In use' },
  ending: { tone: 'watch', label: 'Being replaced' },
  ended: { tone: 'withdrawn', label: 'Ended' },
  revoked: { tone: 'withdrawn', label: 'Revoked' },
};

export const overlapWords: Record<Overlap, { label: string; hint: string }> = {
  none: { label: 'It ends now', hint: 'Programs that still use it are refused at once' },
  day: { label: 'One more day', hint: 'Time to put the new key in place' },
  week: { label: 'One more week', hint: 'When several programs use it' },
};

const sentences: Record<string, string> = {
  too_many_keys: `Your company has ${mostKeys} keys in use, the most there may be. Revoke one that is no longer needed, then make the new one.`,
  too_many_ending: `${mostKeys} replaced keys still go on. Let the old key end now, or wait until some of them have ended.`,
  key_made:
    'This key was made already, perhaps by a second click. It cannot be shown again: if you did not copy it, revoke it in the list and make another.',
  key_replaced:
    'This key was replaced already and ends by itself. Replace the newer one, or revoke this one now.',
  key_ended: 'This key has ended. There is nothing left to change; make a new one if you need it.',
  key_revoked: 'This key was revoked, perhaps by a colleague a moment ago. It opens nothing any more.',
};

/** A no to whoever manages keys, and what to do about it. */
export function refusalText(refusal: string): ReactNode {
  if (refusal === 'confirm_identity')
    return (
      <>
        It is more than ten minutes since you said who you are.{' '}
        <TextLink to="/confirm-identity" target="_blank">
          Confirm who you are in a new tab
        </TextLink>
        , then come back and press the button again.
      </>
    );
  return sentences[refusal] ?? 'This is not possible now.';
}
