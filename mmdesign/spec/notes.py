"""Sentences that frame a brief without asking anything of the design."""

import re
from typing import Final

_SOCIAL: Final = re.compile(
    r"^\s*(?:hi|hello|hey|dear|morning|good (?:morning|afternoon|evening|day)|thanks?|thank you|"
    r"many thanks|thx|cheers|[^,.]{0,30}(?:kind|best|warm) regards|mit freundlichen|cordialement|"
    r"(?:kind|best|warm) (?:regards|wishes)|best|regards|sincerely|yours|br|fyi|p\.?s\.?|"
    r"(?:please|kindly|pls|plz),? (?:find|see|quote|let|send|confirm|advise|call|contact|review|"
    r"reply|note|give|"
    r"provide (?:a |your )?"
    r"(?:quote|quotation|price|offer))|(?:could|can|would) you (?:please )?(?:quote|send|confirm|"
    r"let|tell|give|"
    r"do|make|offer|have a look)|let (?:me|us) know|looking forward|looking for (?:help|advice|"
    r"ideas|someone|somebody)|any questions|if you have|"
    r"(?:kindly )?find attached|attached|b?rgds\b|all the best|talk soon|ciao|greetings|"
    r"sent from my|subject\s?:|re\s?:|fwd?\s?:|"
    r"(?:see|as per|find) (?:the )?attach|as (?:discussed|agreed)|following (?:our|up)|hope |sorry|"
    r"您好|你好|谢谢|感谢|此致|敬礼|祝好|附件|请(?:报价|查收|回复|确认|尽快|联系|见)|期待|"
    r"麻烦(?![做改把加将用设保给])|(?:收货|发货|送货|寄送|公司)?(?:地址|电话)\s?:|"
    r"(?:亲|亲爱的|老板|师傅|老师|各位|客服)[,，!！~\s]*$)(?![a-z])"
)
_TRADE: Final = re.compile(
    r"\b(?:quot(?:e|es|ed|ation|ations)|offers?(?= (?:must|shall|should|is|has|will))|rfq|"
    r"another \d+|bids?|tenders?|bidders?|tenderers?|"
    r"invoices?|deliver(?:y|ies|ed|s|able|ables)?|"
    r"lead ?times?|"
    r"ship(?:ping|ment|ped|s)?|orders?|ordered|purchase|payment|supplier|vendor|contractor|"
    r"deadline|(?:need|want) \d+ of (?:them|these|it)|due (?:date|on|by|in|mon|tue|wed|thu|fri|"
    r"sat|sun|next|end)\w*|assignment|homework|"
    r"coursework|"
    r"asap|moq|warrant(?:y|ies)|invoice|certificates?|incoterms|freight|prototype run|"
    r"annual (?:volume|quantity)|"
    r"(?:first|pilot|small|production) (?:batch|run|series)|batch (?:size|of)|per (?:year|annum|"
    r"month)|"
    r"samples? (?:by|within|before)|nda|pdf|step files?|e-?mail|phone|meeting|in stock|"
    r"(?:\d+|some|few) (?:pcs|units|sets)\b(?! (?:of )?(?:m\d|holes?|screws?)))\b"
    r"|[€£$]\s?\d|\d\s?k?(?:€|eur|usd|gbp|rmb|euros?|dollars?|pounds? sterling)\b|"
    r"\b(?:target|unit|piece|best|your) price\b|\bprice target\b|\btooling (?:is |to be |will be )?"
    r"(?:paid|"
    r"quoted|amorti[sz]ed)|"
    r"\bex works\b|\bvat\b|\bour budget\b|\b(?:eur|usd|gbp) ?\d|\+\d{2} ?\(?\d[\d ()-]{6,}|"
    r"\blast saved\b|"
    r"\b(?:file|drawing|model|sketch|pdf|photo|picture|render)s? (?:is |are )?attached\b|"
    r"\b(?:ship|deliver|bill) to\b"
    r"|核对|图纸.{0,6}发|发图|报个?价|发[你给]|含税|发货|单价|价格|多少钱|便宜|数量\s?\d+\s?个|报价|交期|交货|"
    r"订购|采购|付款|供应商|发票|"
    r"批量|订单|样品|(?:数量|需求)\s?:?\s?\d+\s?(?:件|"
    r"套|台|pcs)"
)
_PAPER: Final = re.compile(
    r"^\s*(?:(?:part|item|component|product|object|design brief|brief|design task|"
    r"title)\s?:\s?[a-z][a-z -]+$|"
    r"(?:part|item|drawing|dwg|document) {4,}|(?:requirements?|details|information|"
    r"dimensions|guidance|values|limits)\b[^.;\d]{0,60}"
    r"\b(?:is|are|can be) (?:given|shown|listed|specified|described|found|defined|"
    r"contained) (?:in|by)\b|"
    r"(?:general )?notes?\s*:?\s*$|note(?: \d{1,2})?\s+(?=[a-z])|this (?:part of (?:the |this )?"
    r"(?:standard|document|iso|en|iec|specification|code)|document|spec|"
    r"specification|drawing|section|"
    r"standard|brief|page|rfq|"
    r"order|model|file|chapter|clause|note|revision|part is (?:used|for))\b|the following\b|"
    r"(?:general |design |functional |technical |product |key |main )?(?:requirements?|"
    r"specifications?|specs?|brief|"
    r"dimensions|constraints|features|details)\s*:?\s*$|"
    r"(?:background|overview|introduction|purpose|scope|summary|context|abstract)\b\s*(?::|$)|"
    r"(?:p\.?o\.?|purchase order)(?:\s(?:no|number|#))?\s*$|"
    r"(?:project|customer|client|company|owner|attn|attention|author|date|revision|rev|version|title|drawn|checked|approved|"
    r"prepared|issued|status|"
    r"(?:the |our |your )?part (?:name|number|no|id)|item (?:no|number)|drawing(?: (?:no|number|"
    r"title|name))?|dwg|name|scale|sheet|page|"
    r"document(?: no| number)?|contact|phone|doc)\b\.?\s*(?::|=|#|no\b|number\b|is\b|by\b|on\b|"
    r"\d|[a-z]{0,3}[-\d]|$)|"
    r"(?:our|my|the customer's?|customer|client) (?:name|project|company|contact)\b|"
    r"\d{1,2} (?:scope|normative references|terms and definitions|general)\s*$|"
    r"以下|下列文件|规范性引用|说明\s?:?|备注\s?:?|背景|概述|简介|前言|目的|范围|项目|客户|作者|日期|版本|标题|"
    r"零件名称|名称\s?:|图号|图名|"
    r"零件号|(?:招标|项目|合同|订单)?编号|(?:采购|招标|建设|使用)(?:单位|人)|比例|单位\s?:|审核|批准|制图|校核|第.{1,3}[张页]|共.{1,3}[张页]|技术要求\s?:?$|"
    r"设计要求\s?:?$|要求\s?:?$|"
    r"(?:设计|绘图|描图|"
    r"工艺)\s?[:：]\s?[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾][\u4e00-\u9fff]{1,2}\s*$|"
    r"本(?:文件|规范|标准|图纸|图|文档|任务书|技术条件))"
)
_TRADE_LINE: Final = re.compile(
    r"\s*(?:delivery|price|payment|order|lead ?time|budget|shipping|deadline)\b[a-z ]{0,20}:|"
    r"\s*(?:delivery|shipment|shipping) (?:to|by|before|within|in|until|at)\b|"
    r"\s*title\s?:\s?[a-z][a-z -]+$|\s*our (?:shop|office|factory|company) (?:is|"
    r"will be) (?:closed|open)|"
    r"\s*(?:联系人|收件人|联系方式)\s?:"
)
_TITLE_BLOCK: Final = re.compile(
    r"(?:(?>[\s,.;/]|(?:rev(?:ision)?|issue|index|sheet|page|ver(?:sion)?)\b\.? ?"
    r"(?:[a-z]\b|\d{1,3}\b)?(?: of \d{1,3})?|of \d{1,3}\b|"
    r"(?:drawn|checked|approved|prepared)(?: by)?:? (?:[a-z]\. ?)?[a-z]{1,20}\b|"
    r"\d{1,2}\.? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b(?: \d{4})?|"
    r"spec(?:ification)?\b|"
    r"\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}))+"
)
"""What is left of 'Drawing no. 4711-03, rev. C, drawn by KL' without its names."""
_CONVENTION: Final = re.compile(
    r"\bdo not scale\b|\bnot for production\b|\bpreliminary\b|"
    r"\b(?:all )?(?:dimensions?|dims?|units|measurements?|sizes|lengths) (?:are |"
    r"given |shown |stated )*"
    r"(?:in|:) ?(?:mm\b|cm\b|milli|inch|metric|centi)|\bunits?\s?:\s?(?:mm|milli|inch)|"
    r"\bunless otherwise (?:specified|noted|stated|indicated|shown)\b[\s,.:]*$|"
    r"\b(?:interpret|interpreted) (?:drawing|dimensions|per|in accordance|according)|\b(?:third|"
    r"first)[- ]angle\b|"
    r"\bprojection (?:method|angle|symbol)|\b(?:for|as) (?:information|reference|guidance|"
    r"illustration)(?: purposes)?"
    r"(?: only)?\s*[.)]?\s*$|\bnot to scale\b|\bgeneral tolerances?\b|\btolerances? (?:per|to|"
    r"acc|according|as per)\b|\binformative\b|\b(?:sheet|page) \d+ (?:of|/) ?\d+|"
    r"\bsee\s*\.?\s*$|"
    r"\b(?:see|refer to|shown (?:in|on)|as per|according to) (?:the )?(?:fig|figure|drawing|"
    r"sketch|note|sheet|section|annex|"
    r"appendix|attach|cad|model|view|detail)|\btaken into account\b|\bsupersedes?\b|\breserved\b|"
    r"\bconfidential\b|"
    r"\bterms and definitions\b|\bproprietary\b|\bproperty of\b|\bdo not (?:copy|distribute|"
    r"scale|reproduce)\b|"
    r"\bt\.?b\.?[dc]\.?\s*$|\bto be (?:determined|confirmed|defined|discussed|"
    r"agreed)\b|"
    r"尺寸单位|单位(?:为|均为|:|是)\s?(?:mm|毫米)|仅供参考|第一角|第三角|投影法|不按比例|见(?:图|"
    r"附图|附件|三维)|未注(?:尺寸)?公差|"
    r"未注(?:线性|形位|几何)|待定|已考虑"
)
_ORDER: Final = re.compile(
    r"\b\d{2,6} (?:pieces|parts|units|pcs|off) (?:by|per|a (?:year|month)|"
    r"each (?:year|month))\b"
)
_OUTSIDE: Final = re.compile(
    r"^\s*(?:this )?supersedes\b|"
    r"^\s*\(?(?:for )?(?:your )?(?:reference|info(?:rmation)?|context)(?: only)?\s?[:,-]|"
    r"\b(?:mating|counter|existing|adjacent|neighbou?ring) (?:part|component|piece|assembly)\b"
    r"[^,;]{0,20}\b(?:is|has|measures)\b|"
    r"^\s*(?:the |our |your )?(?:shipping |outer |export )?(?:carton|pallet|parcel|"
    r"shipping box|ceiling|niche|alcove|worktop|counter top|desk|door|doorway|room|machine|"
    r"table it stands on)\b[^,;]{0,30}\b(?:is|are|has|"
    r"measures|weighs)\b|\bwill be supplied by (?:us|the customer|others)\b|"
    r"^\s*(?:供参考|参考)\s?[:，]|配合件|^\s*bom\b|外购|"
    r"\b(?:bought[- ]in|off[- ]the[- ]shelf|purchased|free[- ]issue|not included)\b"
)
"""What stands beside the design; its sizes are not asked of it."""
_NO_DEMAND: Final = re.compile(
    r"\b(?:is|are|'s|was) (?:not|n't) (?:strictly )?(?:required|needed|necessary|mandatory|"
    r"important|critical|"
    r"relevant|essential|a (?:requirement|must|concern))\b|\b(?:isn't|aren't) (?:required|needed|"
    r"necessary|important|critical)"
    r"\b|\bnot (?:strictly )?(?:required|needed|necessary|important|relevant)\s*[.!]?\s*$|"
    r"\bnothing else\b|\bthat'?s (?:it|all)\b|"
    r"\bno need (?:for|to)\b|"
    r"\bdo(?:es)?(?:n't| not) (?:matter|need (?!to exceed)|have to|require\b(?=[^,;]{0,40}$))|"
    r"\b(?:don't|do not) care\b|\bneed ?n(?:'|o)t\b|"
    r"\bneed not\b|\bno (?:special |particular |specific )?(?:requirements?|preference|"
    r"restrictions?|constraints?|limit)"
    r"\b(?! of)|\b(?:any|whatever|whichever) (?:colou?r|material|finish|shape|style|"
    r"size)[\w ]{0,12}"
    r"(?:is |will |would )?(?:ok|okay|fine|do|acceptable|good)\b|\bup to you\b|\bout of scope\b|"
    r"\bnot part of this\b|"
    r"\b(?:everything|all) else (?:stays|remains|is)\b|\bthe rest (?:stays|remains)\b|"
    r"其[他它余]不变|^\W*(?:谢谢|多谢|thanks|thank you|cheers)\W*$|"
    r"^\W*(?:i|we)(?:'ll)? (?:need|want) \d+ of (?:them|these)\b|^\W*rev(?:ision)? [a-z]\s?:|"
    r"\bleft open\b|\bfree choice\b|\bat the (?:discretion|designer's|supplier's)\b|"
    r"(?:(?:不需要|无需)(?!.{0,3}支撑)|不必|不要求|无须|毋须)|(?:没有|无)(?:特殊|特别|"
    r"具体)?(?:要求|限制)|不作(?:要求|规定)|不限|随意|任意(?:颜色|材料)|均可$"
)
_PERMITTED: Final = re.compile(
    r"\b(?:is|are) (?:also )?(?:allowed|permitted|acceptable|ok|okay|fine)\s*$|"
    r"(?<!不)允许[^，；\d不]{1,8}$"
)
_LIMITS_IT: Final = re.compile(
    r"\b(?:no|not|none|never|only|nothing|neither|nor|without|up to|most|least|max|maximum)\b|"
    r"n't|\d|最多|至多|最少|至少|不超过|仅|只"
)
"""'Ribs are allowed' asks for nothing; 'no ribs are allowed' does."""
_STORY: Final = re.compile(
    r"\b(?:we|i|they|he|she|customers?|users?|people)\b (?:(?:have|has) (?:had|been|seen|already|"
    r"made|used|tested|tried|"
    r"a|an|two|several|some)|had|were|was|are (?:a|an|building|making|designing|looking|working|"
    r"planning|currently|"
    r"developing|now|in)|am\b|'m|'re|sell|"
    r"make(?! it| the| sure)|produce|manufacture|offer|supply|"
    r"build|currently|already|plan|tried|used to|used|use\b|"
    r"tested|printed|made|"
    r"talked|spoke|discussed|agreed|"
    r"broke|lost|found|saw|got|live|work|think|know|can live|design(?:ed)?\b|also have|assembled|"
    r"ordered)\b|"
    r"^\s*(?:gonna|going to|will|to be) (?:be )?(?:3d )?(?:print|machin|mill|cast|mo(?:u)?ld)\w*\b|"
    r"\b(?:it's|it is|this is|they're) (?:for|a (?:gift|present) for) (?:my|our|his|her|a)\b|"
    r"birthday|\b(?:is|are) looking (?:great|good)\b|\blooks (?:great|good)\s*$|"
    r"\bthe sooner the better\b|"
    r"\b(?:came|turned) out\b|\bfollowing up\b|\b(?:i|we) (?:measured|checked|noticed|guess|"
    r"suppose|hope)\b|"
    r"\bunchanged\b|\b(?:moved|updated|deleted|renamed)\s*$|"
    r"\b(?:our|my) (?:[a-z]+ ){1,3}(?:insists?|says?|said|told|asked|thinks?|confirmed|hates?|"
    r"loves?|"
    r"complain(?:s|ed))\b|"
    r"\b(?:i'm|we're|we've|i've|i'll|we'll)\b|"
    r"\b(?:was|were|had|has been|have been|broke|failed|cracked)\b|"
    r"\b(?:is|are|will be|gets?|being) (?:going to be )?(?:used|sold|mounted|installed|placed|"
    r"intended|meant|employed|part|"
    r"attached|exposed|subject(?:ed)?|located|operated|bolted|fixed) (?:in|for|as|to|with|by|on|"
    r"of|at|outdoors|indoors)\b|"
    r"^\s*(?:it is |it's |they are )?(?:used|intended|meant|designed|for use) (?:in|for|as|to|"
    r"with|by|on)\b|"
    r"^\s*(?:the|this|our|these|an?) [\w-]{2,20}(?: [\w-]{2,20}){0,2} (?:connects?|drives?|"
    r"carr(?:y|ies)|supplies|powers?|"
    r"attaches|protects?|replaces?|belongs?|comes?|serves?|links?|transfers?|guides?|measures?|"
    r"allows?|enables?|helps?|"
    r"works?|moves?|sits?|goes|lives?|describes?|establish(?:es)?|covers?|defines?|specif(?:y|"
    r"ies)|applies|contains the|"
    r"gives|lists|explains|summari[sz]es)\b|"
    r"^\s*(?:这是我|.{0,12}作业|我[的家们]|上次|上一?批|之前|以前|原来)(?!.{0,12}(?:改|基础上))|"
    r"太.{1,4}了\s*$|[吗呢么]\s*$|"
    r"^\s*(?:该|本|此)?(?:零件|产品|支架|部件|设备|组件|装置)?(?:主要)?(?:用于|用来|适用于|"
    r"安装在|是一款|是一种|属于|作为)"
)
_OPENING: Final = re.compile(
    r"\s*(?:(?:we|i) (?:need|want|require|(?:are |am )?(?:looking for|designing|developing|seeking|"
    r"after)|would like|plan)(?: to (?:design|make|build|have|get))?|(?:this|it|here) is|"
    r"(?:please )?(?:design|create|develop|model|make|build)(?: me| us)?|looking for|"
    r"(?:hey|hi|hello)\b.{0,20}\b(?:need|want))\s(?:an?|the|our|some|this|one)\s"
    r"|\s*(?:请)?(?:我们?(?:需要|想要|要)|需要?设计|请?设计|制作|开发|想做|要做)一?[个款种件套]"
)
CLOSING: Final = re.compile(
    r"\s*(?:thanks?(?: you)?|many thanks|thx|cheers|(?:kind|best|warm) (?:regards|wishes)|best|"
    r"regards|sincerely|yours \w+|br|谢谢|此致|敬礼)"
    r"[\s,.!，。]*(?:and (?:best|kind) regards)?[\s,.!]*"
)
_DEMANDS: Final = re.compile(
    r"\b(?:must|shall|should|may not|has to|have to|needs? to|required|require|want|wish|ought|"
    r"prefer\w*|ideally|would|like|love|great|nice|could|"
    r"(?:can|will) you (?:please )?(?:make|do|add|give|use|put|keep|change|design))\b"
    r"|必须|应|须|不得|宜|禁止|不允许"
)


def frames(plain: str, *, has_size: bool, about_the_design: bool) -> bool:
    """Whether a sentence only frames the brief: a greeting, an order, a story, a title block.

    Args:
        plain: Normalised text of the sentence.
        has_size: Whether it holds an amount with a unit of length, mass, angle or volume.
        about_the_design: Whether it speaks of holes, walls or another thing that is measured.
    """
    demands = _DEMANDS.search(plain) is not None
    if _ORDER.search(plain) or (_OUTSIDE.search(plain) and not demands):
        return True
    if _TRADE_LINE.match(plain):
        return True
    if has_size:
        return False
    if _TITLE_BLOCK.fullmatch(plain):
        return True
    if _SOCIAL.match(plain) and not (about_the_design and demands):
        return True
    paper = _CONVENTION.search(plain) or _PAPER.match(plain) or _TRADE.search(plain)
    return not about_the_design and (paper is not None or tells_a_story(plain))


def introduces(plain: str) -> bool:
    """Whether a first sentence names what is wanted: 'We need a bracket for our new machine'."""
    return _OPENING.match(plain) is not None and not re.search(
        r"\b(?:must|shall|should|with|that (?:has|fits))\b|必须|应|带|有", plain
    )


def tells_a_story(plain: str) -> bool:
    """Whether words report or describe, and demand nothing."""
    return _STORY.search(plain) is not None and _DEMANDS.search(plain) is None


def asks_nothing(plain: str) -> bool:
    """Whether words say that something is left open: 'a lid is not required'."""
    if _PERMITTED.search(plain) and _LIMITS_IT.search(plain) is None:
        return True
    return _NO_DEMAND.search(plain) is not None
