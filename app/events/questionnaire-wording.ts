import type { EventType } from './catalogue.ts';
import { word, type Words } from './trail-wording.ts';

/** From the first draft of a version to its publication. */
export const questionnaireWords = {
  'questionnaire.drafted': {
    what: (payload) =>
      `Version ${String(payload['version'])} begun ${payload['from'] === 'file' ? 'from a file' : 'from the version before'}`,
  },
  'questionnaire.changed': {
    what: (payload) => `Changed: ${word(payload, 'part')} ${word(payload, 'name')}`,
  },
  'questionnaire.published': {
    what: (payload) => `Published as version ${String(payload['version'])}`,
    tone: 'certified',
  },
  'questionnaire.discarded': { what: 'Draft thrown away' },
} satisfies Partial<Record<EventType, Words>>;
