import type { CheckWords } from '../model.ts';

export const vi: CheckWords = {
  ask: 'Công ty tuyển dụng này có được chứng nhận không?',
  label: 'Tên hoặc số của công ty',
  hint: 'Tên bằng bất kỳ chữ viết nào, số điện thoại, số giấy phép hoặc số chứng nhận, hoặc địa chỉ trang của công ty.',
  check: 'Kiểm tra',
  kept: 'Chúng tôi không lưu điều bạn hỏi.',
  again: 'Kiểm tra mới',
  leave: 'Rời trang này',
  languages: 'Ngôn ngữ',
  unreviewed: 'Bản dịch này chưa được người bản ngữ xem lại.',
  laterTitle: 'Hiện chúng tôi chưa trả lời được',
  later: 'Điều này không nói gì về bất kỳ công ty nào. Đừng trả tiền. Chờ một phút rồi hỏi lại.',

  certified:
    '{name} được chứng nhận từ {day}. Công ty không được lấy tiền của bạn. Nếu ai đòi bạn trả tiền thì đó là sai: hãy báo cho chúng tôi.',
  watchTitle: 'Được chứng nhận, nhưng hãy cẩn thận',
  watchAudit:
    '{name} được chứng nhận. Cách làm việc của công ty đang được xem xét. Công ty không được lấy tiền của bạn.',
  watchRight: '{name} được chứng nhận. Công ty phải sửa một điều sai. Công ty không được lấy tiền của bạn.',
  suspendedTitle: 'Đã bị dừng. Đừng trả tiền.',
  suspended: 'Chứng nhận của {name} không có giá trị từ {day}.',
  withdrawnTitle: 'Không còn được chứng nhận. Đừng trả tiền.',
  withdrawn: '{name} không có chứng nhận từ {day}.',
  expiredTitle: 'Không còn được chứng nhận',
  expired: 'Chứng nhận của {name} đã hết hạn vào {day}. Đừng trả tiền.',
  expiredStopped: 'Chứng nhận của {name} đã bị dừng và hết hạn vào {day}. Đừng trả tiền.',
  applicant:
    '{name} đã xin được chứng nhận. Chúng tôi chưa đồng ý. Công ty vẫn có thể hợp pháp. Đừng trả tiền.',
  refused: '{name} đã xin được chứng nhận. Chúng tôi đã từ chối. Đừng trả tiền.',
  unknownTitle: 'Chúng tôi không biết tên này',
  unknown: '“{asked}” không được chứng nhận. Điều đó không có nghĩa là an toàn. Đừng trả tiền.',
  promiseTitle: 'Điều câu trả lời này không hứa',
  promise:
    'Nó không nói gì về một việc làm cụ thể, cũng không nói rằng người dùng tên công ty thật sự làm cho công ty.',

  thisOne: 'Có phải công ty này không?',
  whichOne: 'Là công ty nào?',
  otherOne: 'Không phải công ty này? Vậy chúng tôi không biết. Đừng trả tiền.',
  otherMany: 'Không có công ty nào đúng? Vậy chúng tôi không biết. Đừng trả tiền.',
  licence: 'Giấy phép {number}, {authority}',

  medical: 'khám sức khỏe và tiêm chủng',
  insurance: 'bảo hiểm hoặc quỹ phúc lợi',
  tests: 'kiểm tra ngoại ngữ hoặc tay nghề',
  training: 'đào tạo, trước khi đi hoặc sau khi đến',
  tools: 'dụng cụ, đồng phục và đồ bảo hộ',
  travel: 'vé, đi lại, chỗ ở và ăn uống dọc đường',
  papers: 'thị thực, hộ chiếu, giấy phép, hợp đồng và giấy tờ khác',
  bribe: 'quà hoặc tiền hối lộ, cho bất kỳ ai',
  wages: 'bất cứ khoản nào ở trên trừ vào lương sau này',

  nowTitle: 'Bây giờ cần làm gì',
  nowCertified:
    'Hãy xin xem đơn hàng lao động, hợp đồng và tên người sử dụng lao động, và giữ một bản sao. Kiểm tra xem ai đang nói chuyện với bạn.',
  nowStop: 'Đừng trả tiền và đừng ký. Đừng đưa hộ chiếu. Hãy kiểm tra công ty khác.',
  proof:
    'Giữ mọi biên lai và tin nhắn, và báo cho bộ phận khiếu nại của chương trình. Công ty không được biết tên bạn.',
  answered: 'Trả lời vào {when}. Điều này có thể thay đổi: hãy kiểm tra lại trước khi ký.',
  keep: 'Giữ hoặc gửi câu trả lời này: in trang này, hoặc gửi địa chỉ này:',

  whoTitle: 'Ai đang nói chuyện với bạn?',
  whoLabel: 'Số điện thoại hoặc tên của người đó',
  yes: 'Có',
  no: 'Không',
  whoOwn: '{asked} là số mà {name} đã công bố là của mình.',
  whoAgent: 'Hôm nay {agent} được nói chuyện với người lao động thay cho {name}.',
  whoEven: 'Dù vậy, không ai được lấy tiền của bạn.',
  whoNo: '{asked} không nằm trong các số và đại lý mà {name} đã báo cho chúng tôi.',
  whoAsk: 'Hãy hỏi {name} qua số mà công ty đã công bố, trước khi trả tiền hoặc ký bất cứ điều gì:',
  whoNone: '{name} chưa công bố số nào. Hãy hỏi tại văn phòng, trước khi trả tiền hoặc ký bất cứ điều gì.',
};
