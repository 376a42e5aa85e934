import type { Words } from './kinds.ts';

export const es: Words = {
  occasions: {
    invited: {
      subject: '{company} pregunta cómo se contrata a las personas',
      heading: '{company} le pregunta cómo se contrata a las personas',
      text: 'Quieren saber quién contrató a las personas que hacen el trabajo encargado por ellos, a través de quién llegaron y cuánto costó. Le piden que responda a más tardar el {day}. No hace falta ninguna cuenta: el enlace de abajo es suyo.',
    },
    reminded: {
      subject: 'Responda a {company} a más tardar el {day}',
      heading: 'Se espera su respuesta a más tardar el {day}',
      text: '{company} le preguntó cómo se contrata a las personas. Lo que guardó se conserva; puede seguir donde lo dejó.',
    },
    last_day: {
      subject: 'Último día para responder a {company}',
      heading: 'Hoy es el último día',
      text: '{company} le preguntó cómo se contrata a las personas y espera su respuesta hoy. Lo que guardó se conserva.',
    },
    late: {
      subject: '{company} todavía espera su respuesta',
      heading: 'Todavía puede responder',
      text: 'El plazo para responder a {company} terminó el {day}. Todavía puede responder, o decir que no quiere hacerlo.',
    },
    handed: {
      subject: 'Un colega le pasó algunas preguntas de {company}',
      heading: 'Un colega le pide que responda a algunas secciones',
      text: '{company} preguntó a su empresa cómo se contrata a las personas, y un colega le pasó las secciones que usted conoce mejor. Lo que usted guarde le llega a su colega, y él o ella lo envía.',
    },
  },
  promise:
    'Sus respuestas son suyas: ellos ven lo que usted envía, según usted elija, y puede retirarlo cualquier día con el mismo enlace. No comparta el enlace: quien lo tenga puede responder por usted.',
  notYou: 'Si este mensaje no es para usted, no tiene que hacer nada.',
  step: 'Abrir las preguntas',
  why: 'Recibe este mensaje porque {company}, o alguien que le suministra, dio esta dirección en un mapa de su cadena de suministro de mano de obra.',
};
