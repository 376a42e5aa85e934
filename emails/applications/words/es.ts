import type { Words } from './kinds.ts';

/** Not yet reviewed by a native reader. */
export const es: Words = {
  why: {
    applicant: 'Recibe este mensaje porque se ocupa de la solicitud de su agencia.',
    scheme: 'Recibe este mensaje porque revisa solicitudes.',
    body: 'Recibe este mensaje porque audita para la entidad que esta agencia había elegido.',
  },
  steps: {
    see: 'Ver su solicitud',
    pay: 'Ver cómo pagar',
    answer: 'Responder a estos puntos',
    appeal: 'Leer la decisión o apelar',
    choose: 'Elegir una entidad auditora',
    continue: 'Continuar',
    open: 'Abrir',
    audits: 'Ver sus auditorías',
  },
  theFee: 'la tasa',
  mails: {
    submitted: {
      heading: 'Tenemos su solicitud',
      text: [
        'La solicitud {reference} ha llegado. No tiene que volver a enviar nada.',
        'La revisión empieza cuando se paga la tasa: {fee}. Páguela a más tardar el {day}; después de ese día la solicitud caduca.',
      ],
      step: 'pay',
    },
    review_started: {
      heading: 'Su pago ha llegado',
      text: [
        'La tasa de la solicitud {reference} está pagada y la revisión sigue adelante.',
        'Tendrá nuestra respuesta a más tardar el {day}. Hasta entonces no tiene que hacer nada.',
      ],
      step: 'see',
    },
    deferred: {
      heading: 'Necesitamos más datos antes del {day}',
      text: ['Hemos leído la solicitud {reference}. Todavía no podemos decidir, porque:'],
      after: [
        'Esto no es un no. Corrija estos puntos y vuelva a enviar la solicitud a más tardar el {day}, sin otra tasa. Después de ese día se debe una tasa adicional antes de seguir con la revisión.',
      ],
      step: 'answer',
    },
    rejected: {
      heading: 'No pudimos aceptar su solicitud',
      text: ['Hemos revisado la solicitud {reference} y no pudimos aceptarla. Las razones son:'],
      after: [
        'Si cree que nos equivocamos, puede apelar hasta el {day}. Lo verán personas que no participaron en la revisión. También puede presentar más adelante otra solicitud, con otra tasa.',
      ],
      step: 'appeal',
    },
    accepted: {
      heading: 'Aceptada: su número es {number}',
      text: [
        'Hemos aceptado su solicitud. Su número de registro es {number}. El registro público muestra ahora a su agencia como solicitante. Todavía no es un certificado: no diga que está certificada.',
        'Ahora elija la entidad que la auditará, a más tardar el {day}. Después de ese día la solicitud caduca.',
      ],
      step: 'choose',
    },
    deferral_expired: {
      heading: 'El plazo para responder ha pasado',
      text: [
        'No recibimos a tiempo su respuesta sobre la solicitud {reference}.',
        'Aún puede responder: vuelva a enviar la solicitud y pague la tasa adicional de la factura que le enviamos. Entonces seguirá la revisión. Si no, la solicitud caduca después del {day}.',
      ],
      step: 'answer',
    },
    lapsed: {
      heading: 'Su solicitud ha caducado',
      text: [
        'La solicitud {reference} ha terminado porque pasó su plazo. Si su agencia figuraba como solicitante, ya no figura.',
        'Puede empezar otra solicitud cualquier día. Necesita otra tasa.',
      ],
      step: 'see',
    },
    withdrawn: {
      heading: 'Su solicitud está retirada',
      text: ['Su agencia ha retirado la solicitud {reference}. Si figuraba como solicitante, ya no figura.'],
      step: 'see',
    },
    discarded: {
      heading: 'Su borrador se ha borrado',
      text: [
        'El borrador {reference} se ha borrado con todo su contenido. No se envió nada y no se debe nada. Puede empezar de nuevo cualquier día.',
      ],
      step: 'see',
    },
    appealed: {
      heading: 'Tenemos su apelación',
      text: [
        'Su apelación sobre la solicitud {reference} ha llegado. La verán personas que no participaron en la decisión.',
        'Tendrá nuestra respuesta a más tardar el {day}. Hasta entonces la decisión sigue en pie.',
      ],
      step: 'see',
    },
    appeal_upheld: {
      heading: 'Su apelación se acepta',
      text: ['Hemos decidido a su favor sobre la solicitud {reference}. Las razones son:'],
      after: ['Lo decidido vuelve a estar abierto. No tiene que hacer nada: le escribiremos.'],
      step: 'see',
    },
    appeal_dismissed: {
      heading: 'Su apelación se rechaza',
      text: [
        'Hemos estudiado su apelación sobre la solicitud {reference}. La decisión se mantiene. Las razones son:',
      ],
      after: ['Esto es definitivo. Puede presentar otra solicitud, con otra tasa.'],
      step: 'see',
    },
    payment_due: {
      heading: 'Pague la tasa a más tardar el {day}',
      text: [
        'La tasa de la solicitud {reference} aún no ha llegado: {fee}. Después del {day} la solicitud caduca.',
        'Si ya pagó, no tiene que hacer nada.',
      ],
      step: 'pay',
    },
    answer_due: {
      heading: 'Responda a más tardar el {day}',
      text: [
        'Seguimos esperando su respuesta sobre la solicitud {reference}. Después del {day} se debe una tasa adicional.',
      ],
      step: 'answer',
    },
    expired_lapse_due: {
      heading: 'Su solicitud caduca después del {day}',
      text: [
        'La solicitud {reference} sigue esperando su respuesta y la tasa adicional. Sin ellas termina después del {day}.',
      ],
      step: 'answer',
    },
    engagement_due: {
      heading: 'Elija una entidad auditora antes del {day}',
      text: [
        'La solicitud {reference} está aceptada, pero aún no nos ha dicho qué entidad la auditará. Sin ella caduca después del {day}.',
      ],
      step: 'choose',
    },
    first_audit_due: {
      heading: 'Debe haber una auditoría prevista el {day}',
      text: [
        'Aún no hay ninguna auditoría prevista para la solicitud {reference}. Acuerde los días con su entidad auditora: sin ellos la solicitud caduca después del {day}.',
      ],
      step: 'see',
    },
    next_audit_due: {
      heading: 'Una auditoría debe comenzar a más tardar el {day}',
      text: [
        'No hay ninguna auditoría en curso para la solicitud {reference}. Acuerde los días con su entidad auditora: si ninguna comienza a más tardar el {day}, la solicitud caduca.',
      ],
      step: 'see',
    },
    draft_idle: {
      heading: 'Su borrador se borrará el {day}',
      text: [
        'Nadie ha trabajado desde hace mucho en el borrador {reference}. Se borrará el {day} con todo su contenido.',
        'Para conservarlo, ábralo y guarde cualquier sección.',
      ],
      step: 'continue',
    },
    body_barred: {
      heading: 'Su entidad auditora ya no puede auditarle',
      text: [
        'Alguien de la entidad auditora que usted eligió para la solicitud {reference} le formó o asesoró hace menos de dos años, así que no asigna a nadie más a sus auditorías. Una auditoría ya organizada sigue con su equipo.',
        'Si todavía no hay ninguna organizada, contrate otra entidad aprobada y elíjala: sin auditoría la solicitud caduca.',
      ],
      step: 'see',
    },
    engaged_body_barred: {
      heading: 'Una entidad auditora ya no puede auditar a {recruiter}',
      text: [
        'Alguien de la entidad auditora que {recruiter} eligió para la solicitud {reference} le formó o asesoró hace menos de dos años. La entidad no asigna a nadie más a sus auditorías; {recruiter} lo sabe y puede elegir otra mientras no haya una auditoría organizada.',
      ],
      step: 'open',
    },
    review_due: {
      heading: 'Hay una revisión para el {day}',
      text: ['La revisión de la solicitud {reference} de {recruiter} debe estar lista el {day}.'],
      step: 'open',
    },
    review_overdue: {
      heading: 'Una revisión lleva retraso',
      text: ['La revisión de la solicitud {reference} de {recruiter} debía estar lista el {day}.'],
      step: 'open',
    },
    appeal_due: {
      heading: 'Hay una apelación para el {day}',
      text: [
        'La apelación de {recruiter} sobre la solicitud {reference} debe decidirse a más tardar el {day}, por alguien que no participó en la decisión.',
      ],
      step: 'open',
    },
    appeal_overdue: {
      heading: 'Una apelación lleva retraso',
      text: [
        'La apelación de {recruiter} sobre la solicitud {reference} debía decidirse el {day}, por alguien que no participó en la decisión.',
      ],
      step: 'open',
    },
    appeal_lodged: {
      heading: 'Se presentó una apelación',
      text: [
        '{recruiter} ha apelado sobre la solicitud {reference}. Decide a más tardar el {day} alguien que no participó en la decisión.',
      ],
      step: 'open',
    },
    body_left: {
      heading: '{recruiter} ha elegido otra entidad auditora',
      text: [
        'Para la solicitud {reference}, {recruiter} ha elegido otra entidad auditora en lugar de la suya. Por favor, no planifique más auditorías de esta agencia.',
        'Las auditorías que ustedes hicieron siguen con ustedes tal como están.',
      ],
      step: 'audits',
    },
  },
};
