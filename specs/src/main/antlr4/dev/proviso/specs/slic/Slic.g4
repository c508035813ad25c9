// SPDX-License-Identifier: Apache-2.0
// The outer structure of a rule file. C code is carried as balanced tokens: the C front end reads it.
grammar Slic;

ruleFile : part* EOF ;

part : ruleName | platform | state | handler | helper ;

ruleName : 'rule' Name ';' ;

platform : 'platform' Name ';' ;

state : 'state' '{' code '}' ('watch' watches)? ';'? ;

watches : watch | '[' watch (',' watch)* ']' ;

watch : functions '.' Name '.' value ;

value : Dollar selector* ;

selector : ('.' | '->') Name | '[' code ']' ;

handler : functions '.' Name ('with' 'guard' '(' code ')')? block ;

functions : function | '[' function (',' function)* ']' ;

function : Name '*'? ;

helper : Name (Name | '*')* '(' code ')' block ;

block : '{' code '}' ;

code : item* ;

item : '(' code ')' | '{' code '}' | '[' code ']' | ~('(' | ')' | '{' | '}' | '[' | ']') ;

LeftBrace : '{' ;
RightBrace : '}' ;
LeftParenthesis : '(' ;
RightParenthesis : ')' ;

Dollar : '$' [a-zA-Z0-9_]+ ;
Name : [a-zA-Z_] [a-zA-Z0-9_]* ;
Number : [0-9] ([eEpP] [+-] | [a-zA-Z0-9_.])* | '.' [0-9] ([eEpP] [+-] | [a-zA-Z0-9_.])* ;
String : 'L'? '"' ('\\' . | ~["\\\r\n])* '"' ;
Character : 'L'? '\'' ('\\' . | ~['\\\r\n])+ '\'' ;

Operator
    : '==' | '!=' | '<=' | '>=' | '&&' | '||' | '<<' | '>>' | '++' | '--'
    | '+=' | '-=' | '*=' | '/=' | '%=' | '&=' | '|=' | '^=' | '<<=' | '>>='
    | [-+/%&|^~!<>=?:]
    ;

DocComment : '/**' .*? '*/' -> channel(HIDDEN) ;
Comment : ('/*' .*? '*/' | '//' ~[\r\n]*) -> channel(HIDDEN) ;
Space : [ \t\r\n]+ -> channel(HIDDEN) ;
Other : . ;
