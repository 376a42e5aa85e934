import { Actions, Button, ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { Section } from '#app/ui/page.tsx';
import { useNonce } from '#app/ui/parts/nonce.ts';

import type { Offered } from '../../../interviews/strata.ts';
import type { Audit } from '../../../model.ts';
import { AnswerForm } from './answer-form.tsx';
import { DeclaredView } from './declared.tsx';
import { FindingForm } from './finding-form.tsx';
import { InterviewForm, Interviews } from './interview-form.tsx';
import { Matters } from './matters.tsx';

type Props = { audit: Pick<Audit, 'id' | 'type'>; accountId: string; offered: Offered };

/**
 * The page that goes on without a network. The server draws all its parts; its one script fills them from what the
 * device keeps, and shows one of its views: the list, one indicator, a finding, an interview, and the removal.
 */
export function OfflinePage({ audit, accountId, offered }: Props) {
  const nonce = useNonce();
  return (
    <div data-offline={audit.id} data-account={accountId} className="flex flex-col gap-8">
      <div data-part="needs-script" className="prose">
        <p>
          Working without a network needs a script, and none runs in this browser. With a network, everything
          can be done without one:{' '}
          <TextLink to={`/audits/${audit.id}/indicators`}>open the indicators</TextLink>.
        </p>
      </div>
      <div data-part="page" hidden className="flex flex-col gap-8">
        <div className="flex flex-col gap-3">
          <p role="status" data-part="line" className="font-semibold" />
          <div
            role="alert"
            data-part="alert"
            hidden
            className="w-full rounded-panel border-2 border-stopped bg-card p-5"
          >
            <p data-part="alert-text" />
            <p data-part="alert-sign-in" hidden className="mt-2">
              <TextLink to={`/sign-in?next=${encodeURIComponent(`/audits/${audit.id}/offline`)}`}>
                Sign in again
              </TextLink>
            </p>
          </div>
          <Counts />
        </div>
        <List />
        <AnswerForm auditId={audit.id} />
        <FindingForm audit={audit} />
        <InterviewForm offered={offered} />
        <DeclaredView />
        <Removal />
      </div>
      <script type="module" src={`/assets/offline-${OFFLINE_BUILD}.js`} nonce={nonce} />
    </div>
  );
}

const counted = [
  ['waiting', 'Answers waiting'],
  ['findingsWaiting', 'Findings waiting'],
  ['interviewsWaiting', 'Interviews waiting'],
  ['photosWaiting', 'Photos waiting'],
  ['drafts', 'Begun, not saved'],
  ['sent', 'Sent'],
  ['raised', 'Findings raised'],
  ['recorded', 'Interviews recorded'],
  ['conflict', 'In conflict'],
  ['refused', 'Refused'],
] as const;

const Counts = () => (
  <dl className="grid grid-cols-2 gap-x-8 gap-y-2 border-y border-line py-3 sm:flex sm:flex-wrap">
    {counted.map(([name, label]) => (
      <div key={name}>
        <dt className="text-sm text-ink-2">{label}</dt>
        <dd data-part={`count-${name}`} className="font-serif text-xl tabular-nums">
          0
        </dd>
      </div>
    ))}
  </dl>
);

const List = () => (
  <div data-part="view-list" hidden className="flex flex-col gap-8">
    <Matters />
    <Section title="Indicators" aside={<span data-part="answered" />}>
      <nav aria-label="Indicators shown" className="flex flex-wrap gap-4">
        <a href="#all" className="link" data-part="show-all">
          All
        </a>
        <a href="#open" className="link" data-part="show-open">
          Open
        </a>
        <a href="#declared" className="link">
          What the recruiter declared
        </a>
      </nav>
      <ul data-part="indicators" />
      <template data-template="indicator">
        <li className="border-b border-line">
          <a
            data-part="to"
            href="#all"
            className="grid grid-cols-[3.5rem_minmax(0,1fr)] gap-x-2 px-2 py-2.5 leading-snug no-underline hover:bg-accent-soft"
          >
            <span data-part="code" className="text-sm text-ink-2 tabular-nums" />
            <span>
              <span data-part="text" className="block" />
              <span data-part="state" className="block text-sm text-ink-2" />
            </span>
          </a>
        </li>
      </template>
    </Section>
    <Interviews />
    <Section title="On this device">
      <div className="prose">
        <p>
          This browser keeps the indicators of this audit, the answers, notes and findings of its team, what
          the recruiter declared, what you write here, and your photos until they are sent. When you sign out,
          everything the server has is removed; what still waits stays for your next sign-in.
        </p>
        <p>
          What a worker told you is never kept here in words. An interview is encrypted the moment you seal
          it, for the server alone; this device keeps its key, its day and what nobody can read without the
          server. What the recruiter declared stays with the server.
        </p>
        <p data-part="persisted" />
      </div>
      <p>
        <a href="#remove" className="link">
          Remove from this device
        </a>
      </p>
    </Section>
  </div>
);

const Removal = () => (
  <section data-part="view-remove" hidden aria-labelledby="remove-title" className="flex flex-col gap-4">
    <h2 id="remove-title" tabIndex={-1} data-part="remove-title">
      Remove this audit from this device
    </h2>
    <p data-part="remove-words" />
    <Actions>
      <Button type="button" kind="danger" data-part="remove-now">
        Remove from this device
      </Button>
      <ButtonLink to="#all" kind="secondary">
        Not now
      </ButtonLink>
    </Actions>
  </section>
);
