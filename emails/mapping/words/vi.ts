import type { Words } from './kinds.ts';

export const vi: Words = {
  occasions: {
    invited: {
      subject: '{company} hỏi người lao động được tuyển như thế nào',
      heading: '{company} hỏi bạn người lao động được tuyển như thế nào',
      text: 'Họ muốn biết ai đã tuyển những người làm việc cho họ, những người đó đến qua ai và tốn bao nhiêu tiền, và mong bạn trả lời trước hết ngày {day}. Không cần tài khoản: đường liên kết bên dưới là của bạn.',
    },
    reminded: {
      subject: 'Xin trả lời {company} trước hết ngày {day}',
      heading: 'Xin trả lời trước hết ngày {day}',
      text: '{company} đã hỏi bạn người lao động được tuyển như thế nào. Những gì bạn đã lưu vẫn còn; bạn có thể làm tiếp từ chỗ đã dừng.',
    },
    last_day: {
      subject: 'Ngày cuối để trả lời {company}',
      heading: 'Hôm nay là ngày cuối',
      text: '{company} đã hỏi bạn người lao động được tuyển như thế nào, và mong nhận được câu trả lời của bạn hôm nay. Những gì bạn đã lưu vẫn còn.',
    },
    late: {
      subject: '{company} vẫn mong câu trả lời của bạn',
      heading: 'Bạn vẫn có thể trả lời',
      text: 'Hạn trả lời {company} đã qua, vào ngày {day}. Bạn vẫn có thể trả lời, hoặc cho biết rằng bạn không muốn trả lời.',
    },
    handed: {
      subject: 'Một đồng nghiệp đã giao cho bạn vài câu hỏi của {company}',
      heading: 'Một đồng nghiệp nhờ bạn trả lời vài phần',
      text: '{company} đã hỏi công ty của bạn người lao động được tuyển như thế nào, và một đồng nghiệp đã giao cho bạn những phần bạn biết rõ nhất. Những gì bạn lưu sẽ đến với đồng nghiệp đó, và người đó sẽ gửi đi.',
    },
  },
  promise:
    'Câu trả lời là của bạn: họ chỉ thấy những gì bạn gửi, theo lựa chọn của bạn, và bạn có thể rút lại vào bất cứ ngày nào bằng cùng đường liên kết. Đừng chuyển đường liên kết cho người khác: ai có nó đều trả lời thay bạn được.',
  notYou: 'Nếu thư này không dành cho bạn, bạn không cần làm gì cả.',
  step: 'Mở các câu hỏi',
  why: 'Bạn nhận được thư này vì {company}, hoặc một bên cung cấp cho họ, đã đưa địa chỉ này khi lập bản đồ chuỗi cung ứng lao động của mình.',
};
