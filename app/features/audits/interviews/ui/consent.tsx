/** What a worker is told before anything is written: who asks, what becomes of the words, and that nobody has to speak. */
export const Consent = () => (
  <details className="w-full max-w-[42rem]">
    <summary>Tell the worker this first, in a language they speak</summary>
    <div className="prose mt-2">
      <ul>
        <li>Who you are: an auditor, who works neither for the recruiter nor for the employer.</li>
        <li>Speaking is your free choice. You may leave out any question and stop at any time.</li>
        <li>
          Whether you speak is told to nobody. It changes nothing about your work, your pay or your papers.
        </li>
        <li>
          Your name and number are encrypted, seen by the audit’s team alone, and destroyed after the audit.
        </li>
        <li>In the report you are “a worker”. Where what you say could lead to you, we leave it out.</li>
        <li>If you say no, we note that somebody did, and leave you alone.</li>
      </ul>
      <p>Go on only if the worker agrees; if not, the outcome is “Refused”, and nothing else is written.</p>
    </div>
  </details>
);
