"""What readers are told, by code, in Vietnamese; `messages/en.json` has each phrase in English.

Values stand in braces. A phrase that ends in a full stop is a sentence; others are clauses, which `webapp.words` joins to one.
"""

from typing import Final

REASONS: Final = {
    # for or against one document that a citation may mean
    "date-agrees": "đúng {on}",
    "number-agrees-date-differs": "đúng số, nhưng ngày ghi ({said_on}) khác ngày ban hành đã biết ({known_on})",
    "same-text-gives-date": "cùng bài ghi số này với {on}",
    "day-agrees": "đúng ngày {day}/{month}",
    "years-of-office": "thuộc nhiệm kỳ {first} - {last}",
    "place-named": "câu dẫn nhắc tới {place}",
    "place-agrees": "là văn bản của {place}",
    "places-merged": "{place} và {other} đã sáp nhập",
    "issuer-agrees": "đúng cơ quan ban hành ({issuer})",
    "issuer-differs": "cơ quan ghi trong bài khác cơ quan ban hành đã biết ({issuer})",
    "party-term": "thuộc nhiệm kỳ khóa {term}",
    "cited-in-full-above": "đã được dẫn đầy đủ ở phần trên của cùng bài",
    "cited-in-full-below": "đã được dẫn đầy đủ ở phần dưới của cùng bài",
    "among-cited": "là một trong {n} văn bản cùng số mà bài đã dẫn",
    "title-agrees": "đúng trích yếu",
    "subject-agrees": "câu dẫn nói cùng nội dung với trích yếu",
    "in-force-from": "có hiệu lực từ {from_on}",
    "in-force-on": "đang có hiệu lực vào {on}",
    "legislature-agrees": "đúng khóa Quốc hội",
    "new-law": "là luật mới",
    "old-law": "là luật cũ",
    "present-law": "là luật hiện hành",
    "decided-same": "do người quyết định: {who}, {on} (“{because}”)",
    "decided-not-same": "có văn bản đã được loại, do người quyết định: {who}, {on} (“{because}”)",
    "decided-unsure": "để ngỏ, do người quyết định: {who}, {on} (“{because}”)",
    "decided-alike": "{who} đã quyết định như vậy với một dẫn chiếu giống thế này",
    "decided-not-alike": "{who} đã loại văn bản này ở một dẫn chiếu giống thế này",
    "same-number-or-name": "Cùng số hiệu hoặc tên ({described}).",
    # for the outcome of a citation
    "only-one-known": "Chỉ biết một văn bản mang số hiệu hoặc tên này.",
    "nothing-known": "Chưa biết văn bản nào có tên hoặc số hiệu này.",
    "serial-unknown": "Chỉ ghi số thứ tự, và chưa biết văn bản nào mang số này.",
    "bare-serial": "Chỉ ghi số thứ tự, không có ngày, cơ quan hay nội dung để biết chắc là văn bản nào.",
    "of-another-place": "Là văn bản của một nơi khác, câu dẫn không nói nơi nào.",
    "slip": "Số hiệu ghi {written} có lẽ viết nhầm, văn bản đã biết là {number}.",
    "several-of-number": "Có {n} văn bản cùng là {document} ({listed}), câu dẫn không đủ để biết là văn bản nào.",
    "several-of-name": "Có {n} văn bản cùng là {name} ({listed}), câu dẫn không đủ để biết là văn bản nào.",
    "number-contradicted": "Văn bản đã biết cùng số hiệu ({listed}) không khớp với ngày, nơi, cơ quan hoặc nội dung mà câu dẫn cho biết.",
    "name-contradicted": "Văn bản đã biết cùng tên ({listed}) không khớp với ngày, nơi, cơ quan hoặc nội dung mà câu dẫn cho biết.",
    # how a document ended
    "replaced-from": "đã được thay thế bởi {document}, có hiệu lực từ {from_on}",
    "replaced-by": "đã được thay thế bởi {document}",
    "repealed-by": "đã được bãi bỏ bởi {document}",
    "expired": "không còn hiệu lực từ {from_on}",
    # for the judgement on a draft's citation
    "unknown-to-all": "Chưa có trong kho và không văn bản nào khác nhắc tới: hãy kiểm tra lại số và ngày.",
    "draft-date-differs": "Dự thảo ghi {said_on}, ngày ban hành đã biết là {known_on}.",
    "draft-issuer-differs": "Dự thảo ghi {said}, cơ quan ban hành đã biết là {known}.",
    "no-such-article": "Dự thảo dẫn Điều {article}, văn bản này chỉ có {articles} điều.",
    "write-number-as": "Số hiệu nên viết là {number}.",
    # for and against a base of a new campaign
    "of-place": "Của {place}, không phải của nơi soạn.",
    "of-unknown-place": "Không rõ của nơi nào, không phải của nơi soạn.",
    "until-year": "Chỉ đến hết năm {year}.",
    "of-year": "Của năm {year}, xem làm mẫu.",
    "of-earlier-round": "Của đợt trước, xem làm mẫu.",
    "ran-earlier-round": "Văn bản điều hành của đợt trước, xem làm mẫu.",
    # for a precedent
    "same-organiser": "cùng đơn vị phát động",
    "same-place": "cùng ở {place}",
    "same-level-national": "cùng cấp trung ương",
    "same-level-province": "cùng cấp tỉnh, thành phố",
    "same-level-unit": "cùng cấp cơ sở",
    "same-jubilee": "cùng mốc {jubilee}",
    "same-bases": "chung {n} căn cứ: {some}",
    "like-tasks": "{n} nhiệm vụ gần giống",
    "same-season": "cùng mùa, bắt đầu tháng {month}",
    "like-length": "dài gần bằng: {n} ngày",
    "same-occasion": "cùng dịp {occasion}",
    "same-occasion-round": "cùng dịp {occasion}, mốc {jubilee}",
}
NOTES: Final = {
    "query-too-long": "Câu tìm dài quá {n} ký tự: chỉ phần đầu được dùng.",
    "query-too-many-parts": "Câu tìm có quá {n} phần: phần thừa được bỏ qua.",
    "quotation-open": "Dấu ngoặc kép chưa đóng: phần sau dấu được hiểu là một cụm từ.",
    "or-without-word": "Sau OR chưa có từ nào: OR được bỏ qua.",
    "field-without-value": "Sau “{name}:” chưa có giá trị: phần này được bỏ qua.",
    "minus-before-field": "Dấu trừ chỉ dùng trước một từ hoặc cụm từ: “-{name}:” được bỏ qua.",
    "no-year": "“{name}:{value}” không phải là năm: viết như năm:2018 hoặc năm:2018-2020.",
    "no-article": "“{name}:{value}” không phải là số của điều: viết như điều:5, điều:12a hoặc điều:5-7.",
    "no-date": "“{name}:{value}” không phải là ngày: viết như 22/5/2018, 5/2018 hoặc 2018.",
    "number-not-known": "Kho chưa biết văn bản nào mang số “{text}”: dưới đây là các thông báo có những từ này.",
    "no-namesake-fits": "Không có văn bản số này khớp với “{text}”: dưới đây là các văn bản cùng số.",
    "no-document-to-cite": "Không có văn bản nào khớp với “dẫn:{value}”.",
    "article-beyond": "{document} chỉ có {articles} điều, không có Điều {article}.",
    "none-of-place": "Không có thông báo nào ở “{value}” trong kho.",
    "none-of-kind": "Không có thông báo nào thuộc loại “{kind}” trong kho.",
    "none-of-body-or-site": "Không có thông báo nào của “{value}” trong kho.",
}
"""What a query did not say well."""
FAULTS: Final = {
    "notice-withdrawn": "Thông báo “{id}” đã được rút khỏi kho, {on}; lý do do người giữ kho lưu.",
    "no-notice": "Kho không có thông báo “{id}”.",
    "no-instrument": "Kho không có văn bản “{id}”.",
    "no-campaign": "Kho không có phong trào “{id}”.",
    "no-identity": "“{id}” không phải là mã của văn bản nào.",
    "one-of-several": "Kho có nhiều văn bản hợp với “{id}”: {some}.",
    "no-number": "Giá trị “{value}” của “{name}” không phải là số nguyên.",
    "no-such-place": "Không có tỉnh, thành phố nào tên “{place}”.",
    "out-of-range": "Giá trị {value} của “{name}” ngoài khoảng từ {low} đến {high}.",
    "no-document-named": "Hãy chọn hoặc ghi mã của văn bản.",
    "one-document-twice": "Hãy ghi mã của một văn bản khác để so với văn bản này.",
    "no-decision": "Không có quyết định số {decision}.",
    "undoing-undone": "Quyết định {n} là quyết định bỏ một quyết định khác; hãy quyết định lại thay vì bỏ nó.",
    "undone-before": "Quyết định {n} đã được bỏ bởi quyết định {by}.",
    "no-mention": "Không có dẫn chiếu nào bắt đầu ở ký tự {start} của thông báo này.",
    "text-changed": "Thông báo này đã đổi từ lần lập chỉ mục trước; hãy lập chỉ mục rồi quyết định.",
    "too-few-or-many": "Có {n} phong trào được chọn; cần từ {low} đến {high}.",
}
"""Details of an error that readers meet on a page."""
LEVELS: Final = {
    "party-central": "Trung ương Đảng",
    "state-central": "Quốc hội, Chính phủ, Thủ tướng",
    "ministry": "Bộ, ngành",
    "national-alliance": "Liên minh Hợp tác xã Việt Nam",
    "party-local": "Đảng bộ tỉnh, thành phố",
    "local": "Chính quyền tỉnh, thành phố",
    "alliance": "Liên minh tỉnh, thành phố",
    "other": "Đơn vị khác",
}
"""Levels of a chain (`indexer.reading.chain`)."""
MATCHES: Final = {"number": "số hiệu", "citation": "trích dẫn", "title": "tiêu đề", "text": "nội dung"}
"""What of a notice a query matched."""
PARTS: Final = {
    "name": "tên gọi",
    "number": "số, ký hiệu",
    "issued-on": "ngày ban hành",
    "issuer": "cơ quan ban hành",
    "title": "trích yếu",
}
"""Parts of a document's proper form (`indexer.documents.proper_form`)."""
STEPS: Final = {
    "read": "Đọc và tìm dẫn chiếu",
    "resolve": "Xác định văn bản",
    "campaigns": "Đọc lại phong trào",
    "write": "Ghi chỉ mục",
}
"""Steps of an index run, told on the terminal and so in Vietnamese alone."""
