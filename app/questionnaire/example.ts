import type { Questionnaire } from './definition.ts';

/** A small questionnaire with every type of question, for tests alone. */
export const example: Questionnaire = {
  id: 'example-1',
  name: 'example',
  version: 1,
  title: { en: 'Example', ne: 'उदाहरण' },
  languages: ['en', 'ne'],
  lists: [
    {
      name: 'ways',
      codes: [
        { code: 'card', label: { en: 'By card', ne: 'कार्डबाट' } },
        { code: 'cash', label: { en: 'In cash' } },
        { code: 'other', label: { en: 'Otherwise' } },
      ],
    },
  ],
  sections: [
    {
      name: 'identity',
      title: { en: 'Identity', ne: 'परिचय' },
      questions: [
        { name: 'name_local', type: 'text', label: { en: 'Name' }, required: true, latin: 'name_latin' },
        {
          name: 'name_latin',
          type: 'text',
          label: { en: 'Name in Latin letters' },
          hint: { en: 'As printed' },
        },
        { name: 'contact', type: 'text', label: { en: 'Email' }, kind: 'email' },
        {
          name: 'country',
          type: 'choice',
          label: { en: 'Country', ne: 'देश' },
          list: 'countries',
          required: true,
        },
        { name: 'trading_names', type: 'lines', label: { en: 'Trading names' }, most: 3 },
        { name: 'uses_agents', type: 'yes_no', label: { en: 'Do you work with agents?' }, required: true },
        {
          name: 'agents',
          type: 'rows',
          label: { en: 'Agents' },
          noun: { en: 'Agent' },
          required: true,
          relevant: "${uses_agents} = 'yes'",
          most: 5,
          columns: [
            {
              name: 'agent_name',
              type: 'text',
              label: { en: 'Name of the agent' },
              required: true,
              latin: 'agent_latin',
            },
            { name: 'agent_latin', type: 'text', label: { en: 'The same in Latin letters' } },
            { name: 'licensed', type: 'yes_no', label: { en: 'Licensed?' }, required: true },
            {
              name: 'licence_until',
              type: 'day',
              label: { en: 'Licence valid until' },
              required: true,
              relevant: "${licensed} = 'yes'",
              constraint: { that: '. >= today()', message: { en: 'This licence ended before today' } },
            },
            { name: 'workers', type: 'integer', label: { en: 'Workers' }, most: 1000 },
          ],
        },
      ],
    },
    {
      name: 'money',
      title: { en: 'Money' },
      questions: [
        { name: 'ways', type: 'choices', label: { en: 'Ways to pay' }, list: 'ways', required: true },
        {
          name: 'other_way',
          type: 'long_text',
          label: { en: 'Which other way?' },
          required: true,
          relevant: "selected(${ways}, 'other')",
        },
        {
          name: 'agents_paid',
          type: 'decimal',
          label: { en: 'Paid to agents' },
          required: 'sum(${workers}) > 0',
          relevant: 'count(${agents}) > 0',
          constraint: { that: '. >= 0', message: { en: 'An amount is 0 or more' } },
        },
        { name: 'founded', type: 'day', label: { en: 'Founded on' } },
        { name: 'truth', type: 'tick', label: { en: 'All of this is true' }, required: true },
      ],
    },
  ],
};
