import { ButtonLink } from '#app/ui/buttons.tsx';

/** What the recruiter declared when it sent its application, to be read beside what is found. */
export const DeclaredView = () => (
  <section
    data-part="view-declared"
    hidden
    aria-labelledby="declared-title"
    className="flex flex-col items-start gap-6"
  >
    <div>
      <h2 id="declared-title" tabIndex={-1} data-part="declared-title">
        What the recruiter declared
      </h2>
      <p data-part="declared-said" className="mt-1 text-ink-2" />
    </div>
    <div data-part="declared" className="flex w-full flex-col gap-6" />
    <template data-template="declared-section">
      <section className="keep">
        <h3 data-part="section">Section</h3>
        <dl data-part="answers" className="mt-2 flex flex-col gap-2" />
      </section>
    </template>
    <template data-template="declared-answer">
      <div className="border-b border-line pb-2">
        <dt data-part="question" className="text-sm text-ink-2" />
        <dd data-part="answer" className="whitespace-pre-line" />
      </div>
    </template>
    <ButtonLink to="#all" kind="secondary">
      Back to all indicators
    </ButtonLink>
  </section>
);
