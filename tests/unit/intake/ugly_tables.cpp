// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/unit/intake/ugly_tables.h"

#include "core/intake/csv_encoding.h"

namespace kith::intake::story {

namespace {

QByteArray written(const char* utf8, const char* encoding) {
    return encodedAs(utf8, QString::fromLatin1(encoding));
}

constexpr char kNordic[] = "Navn;E-post;By\r\nÅse Bjørnstad;ase@nord.example;Tromsø\r\n"
                           "Jørn Åkesson;jorn@nord.example;Ålesund\r\nPål Særlie;pal@nord.example;Bodø\r\n";
constexpr char kNordicRows[] = "Åse Bjørnstad|ase@nord.example|Tromsø\nJørn Åkesson|jorn@nord.example|Ålesund\n"
                               "Pål Særlie|pal@nord.example|Bodø";
constexpr char kRussian[] = "Имя;Город;Телефон\r\nАнна Петрова;Москва;+74955550101\r\n"
                            "Иван Сидоров;Казань;+78435550102\r\nОльга Белова;Тверь;+74825550103\r\n";
constexpr char kJapanese[] = "氏名,会社,電話\r\n山田太郎,北星商事株式会社,03-5555-0101\r\n"
                             "佐藤花子,南海工業株式会社,06-5555-0102\r\n鈴木一郎,東都電機,052-555-0103\r\n";
constexpr char kChinese[] = "姓名,公司,城市\r\n王小明,北方机械有限公司,北京\r\n李小红,南方贸易有限公司,广州\r\n"
                            "张伟,东海软件有限公司,上海\r\n";

void addEncodings(std::vector<UglyTable>* all) {
    all->push_back({"UTF-8 with its mark", "\xEF\xBB\xBF" + QByteArray(kNordic), "Navn|E-post|By", kNordicRows});
    all->push_back({"windows-1252", written(kNordic, "windows-1252"), "Navn|E-post|By", kNordicRows});
    all->push_back({"UTF-16 little endian with its mark", "\xFF\xFE" + written(kNordic, "utf-16le"), "Navn|E-post|By",
                    kNordicRows});
    all->push_back({"UTF-16 big endian without a mark", written(kNordic, "utf-16be"), "Navn|E-post|By", kNordicRows});
    all->push_back({"windows-1251", written(kRussian, "windows-1251"), "Имя|Город|Телефон",
                    "Анна Петрова|Москва|+74955550101\nИван Сидоров|Казань|+78435550102\n"
                    "Ольга Белова|Тверь|+74825550103"});
    all->push_back({"Shift-JIS", written(kJapanese, "shift_jis"), "氏名|会社|電話",
                    "山田太郎|北星商事株式会社|03-5555-0101\n佐藤花子|南海工業株式会社|06-5555-0102\n"
                    "鈴木一郎|東都電機|052-555-0103"});
    all->push_back({"GB18030", written(kChinese, "gb18030"), "姓名|公司|城市",
                    "王小明|北方机械有限公司|北京\n李小红|南方贸易有限公司|广州\n张伟|东海软件有限公司|上海"});
    all->push_back({"one row of another encoding in a UTF-8 file",
                    "Name,City\nZoë,Orléans\nJürgen,K\xF6ln\nÅse,Tromsø\nNoël,Liège\n", "Name|City",
                    "Zoë|Orléans\nJürgen|Köln\nÅse|Tromsø\nNoël|Liège"});
}

void addFrames(std::vector<UglyTable>* all) {
    all->push_back({"a sep= line", "sep=;\r\nName;Note\r\nAda;a, b and c\r\nBo;d, e and f\r\n", "Name|Note",
                    "Ada|a, b and c\nBo|d, e and f"});
    all->push_back({"a title, a date and a blank line above",
                    "Participants of the spring fair\nExported 2026-05-12\n\nName,E-mail,Company\n"
                    "Ada Moor,ada@north.example,North\nBo Lund,bo@south.example,South\nCy Roe,cy@east.example,East\n",
                    "Name|E-mail|Company",
                    "Ada Moor|ada@north.example|North\nBo Lund|bo@south.example|South\nCy Roe|cy@east.example|East"});
    all->push_back({"a total below",
                    "Name,Seats,Price\nNorth,12,100.50\nSouth,40,220.00\nEast,6,80.25\nWest,9,75.00\nTotal,67,475.75\n",
                    "Name|Seats|Price", "North|12|100.50\nSouth|40|220.00\nEast|6|80.25\nWest|9|75.00"});
    all->push_back({"a remark below a blank line",
                    "Name,E-mail\nAda,ada@north.example\nBo,bo@south.example\nCy,cy@east.example\n\n"
                    "Confidential: do not pass on\n",
                    "Name|E-mail", "Ada|ada@north.example\nBo|bo@south.example\nCy|cy@east.example"});
    all->push_back({"no header",
                    "Ada Moor,ada@north.example,+4722555011\nBo Lund,bo@south.example,+4722555012\n"
                    "Cy Roe,cy@east.example,+4722555013\n",
                    "Column 1|Column 2|Column 3",
                    "Ada Moor|ada@north.example|+4722555011\nBo Lund|bo@south.example|+4722555012\n"
                    "Cy Roe|cy@east.example|+4722555013"});
    all->push_back({"two rows of header",
                    "Person,,Address,\nFirst,Last,Street,Town\nAda,Moor,Long Lane 1,Oslo\nBo,Lund,Short Row 2,Bergen\n"
                    "Cy,Roe,High Street 3,Bodø\n",
                    "Person First|Person Last|Address Street|Address Town",
                    "Ada|Moor|Long Lane 1|Oslo\nBo|Lund|Short Row 2|Bergen\nCy|Roe|High Street 3|Bodø"});
    all->push_back({"empty columns at the right", "Name,Town,,,\nAda,Oslo,,,\nBo,Rome,,,\nCy,Bonn,,,\n", "Name|Town",
                    "Ada|Oslo\nBo|Rome\nCy|Bonn"});
    all->push_back({"a delimiter at the end of every row but the header's",
                    "Name,Town\nAda,Oslo,\nBo,Rome,\nCy,Bonn,\n", "Name|Town", "Ada|Oslo\nBo|Rome\nCy|Bonn"});
    all->push_back({"names that come twice",
                    "E-mail,Phone,Phone\nada@north.example,22555011,22555012\n"
                    "bo@south.example,22555013,22555014\n",
                    "E-mail|Phone|Phone (2)",
                    "ada@north.example|22555011|22555012\nbo@south.example|22555013|22555014"});
    all->push_back({"a column without a name", "Name,,Town\nAda,x,Oslo\nBo,y,Rome\nCy,z,Bonn\n", "Name|Column 2|Town",
                    "Ada|x|Oslo\nBo|y|Rome\nCy|z|Bonn"});
    all->push_back({"line ends within the names",
                    "\"First\nname\",\"E-\nmail\"\nAda,ada@north.example\n"
                    "Bo,bo@south.example\n",
                    "First name|E- mail", "Ada|ada@north.example\nBo|bo@south.example"});
    all->push_back({"blank lines between all rows", "Name,Town\r\n\r\nAda,Oslo\r\n\r\nBo,Rome\r\n\r\nCy,Bonn\r\n",
                    "Name|Town", "Ada|Oslo\nBo|Rome\nCy|Bonn"});
}

void addQuotes(std::vector<UglyTable>* all) {
    all->push_back({"a quote that never ends", "Name,Town\nAda,Oslo\n\"Bo,Rome\nCy,Bonn\nDee,Graz\n", "Name|Town",
                    "Ada|Oslo\n\"Bo|Rome\nCy|Bonn\nDee|Graz"});
    all->push_back({"inches", "Part,Size,Maker\nPipe,6\",North\nHose,3/4\",South\nTube,1\",East\n", "Part|Size|Maker",
                    "Pipe|6\"|North\nHose|3/4\"|South\nTube|1\"|East"});
    all->push_back({"quotes within quotes, not doubled",
                    "Name,Said\nAda,\"the \"big\" one\"\nBo,\"a \"small\" one\"\nCy,\"none\"\n", "Name|Said",
                    "Ada|the \"big\" one\nBo|a \"small\" one\nCy|none"});
    all->push_back({"backslashes before quotes",
                    "Name,Said\n\"Ada\",\"says \\\"hi\\\" there\"\n\"Bo\",\"is \\\"here\\\"\"\n\"Cy\",\"no\"\n",
                    "Name|Said", "Ada|says \"hi\" there\nBo|is \"here\"\nCy|no"});
    all->push_back({"single quotes", "'Name','Firm'\n'Ada','North, Inc.'\n'Bo','South, Ltd.'\n'Cy','East, Co.'\n",
                    "Name|Firm", "Ada|North, Inc.\nBo|South, Ltd.\nCy|East, Co."});
    all->push_back({"spaces before the quotes", "Name, Firm\nAda, \"North, Inc.\"\nBo, \"South, Ltd.\"\nCy, \"East\"\n",
                    "Name|Firm", "Ada|North, Inc.\nBo|South, Ltd.\nCy|East"});
    all->push_back({"lines within cells",
                    "Name,Address\nAda,\"Long Lane 1\n0150 Oslo\"\nBo,\"Short Row 2\r\n"
                    "5003 Bergen\"\nCy,none\n",
                    "Name|Address", "Ada|Long Lane 1⏎0150 Oslo\nBo|Short Row 2⏎5003 Bergen\nCy|none"});
    all->push_back({"quotes around the first cell only, commas in the last",
                    "\"Name\";E-mail;Note\n\"Moor; Ada\";ada@north.example;a, b\n\"Lund; Bo\";bo@south.example;c, d\n"
                    "\"Roe; Cy\";cy@east.example;e\n",
                    "Name|E-mail|Note",
                    "Moor; Ada|ada@north.example|a, b\nLund; Bo|bo@south.example|c, d\nRoe; Cy|cy@east.example|e"});
    all->push_back({"empty cells in quotes",
                    "Name,Town,Note\n\"Ada\",\"\",\"\"\n\"\",\"Rome\",\"x\"\n\"Cy\",\"Bonn\",\"\"\n", "Name|Town|Note",
                    "Ada||\n|Rome|x\nCy|Bonn|"});
    all->push_back({"a quote before the end of the file", "Name,Town\nAda,Oslo\nBo,Rome\nCy,\"Bonn", "Name|Town",
                    "Ada|Oslo\nBo|Rome\nCy|\"Bonn"});
}

void addRows(std::vector<UglyTable>* all) {
    all->push_back({"commas for decimals between semicolons",
                    "Firma;Betrag;Ort\nNord;1.200,50;Kiel\nSüd;80,00;Wien\n"
                    "Ost;7.000,25;Graz\n",
                    "Firma|Betrag|Ort", "Nord|1.200,50|Kiel\nSüd|80,00|Wien\nOst|7.000,25|Graz"});
    all->push_back({"tabs and commas",
                    "Name\tFirm\tNote\nAda\tNorth, Inc.\ta, b\nBo\tSouth\tc\nCy\tEast, Co.\td, e, f\n",
                    "Name|Firm|Note", "Ada|North, Inc.|a, b\nBo|South|c\nCy|East, Co.|d, e, f"});
    all->push_back({"bars with spaces around", "Name | Town | Age\nAda | Oslo | 41\nBo | Rome | 39\nCy | Bonn | 28\n",
                    "Name|Town|Age", "Ada|Oslo|41\nBo|Rome|39\nCy|Bonn|28"});
    all->push_back({"short and long rows",
                    "Name,Town,Age\nAda,Oslo\nBo,Rome,39,extra\nCy,Bonn,28\nDee,Graz,30\n"
                    "Eli,Kyiv,31\n",
                    "Name|Town|Age|Column 4", "Ada|Oslo\nBo|Rome|39|extra\nCy|Bonn|28\nDee|Graz|30\nEli|Kyiv|31"});
    all->push_back({"NUL bytes", QByteArray("Name,Town\nA\0da,Oslo\nBo,Ro\0me\nCy,Bonn\n", 37), "Name|Town",
                    "Ada|Oslo\nBo|Rome\nCy|Bonn"});
    all->push_back({"three kinds of line ends", "Name,Town\rAda,Oslo\r\nBo,Rome\nCy,Bonn", "Name|Town",
                    "Ada|Oslo\nBo|Rome\nCy|Bonn"});
    all->push_back({"one column of addresses", "E-mail\nada@north.example\nbo@south.example\ncy@east.example\n",
                    "E-mail", "ada@north.example\nbo@south.example\ncy@east.example"});
    all->push_back({"a header and nothing below", "Name,E-mail,Company\r\n", "Name|E-mail|Company", ""});
    all->push_back({"an end mark of old systems", "Name,Town\r\nAda,Oslo\r\nBo,Rome\r\nCy,Bonn\r\n\x1A", "Name|Town",
                    "Ada|Oslo\nBo|Rome\nCy|Bonn"});
    all->push_back({"formulas",
                    "Name,Phone,Sum\nAda,=\"0047 22555011\",=1+1\nBo,=\"0047 22555012\",=2+2\n"
                    "Cy,=\"0047 22555013\",=3+3\n",
                    "Name|Phone|Sum",
                    "Ada|=\"0047 22555011\"|=1+1\nBo|=\"0047 22555012\"|=2+2\nCy|=\"0047 22555013\"|=3+3"});
}

}  // namespace

std::vector<UglyTable> uglyTables() {
    std::vector<UglyTable> all;
    addEncodings(&all);
    addFrames(&all);
    addQuotes(&all);
    addRows(&all);
    return all;
}

}  // namespace kith::intake::story
