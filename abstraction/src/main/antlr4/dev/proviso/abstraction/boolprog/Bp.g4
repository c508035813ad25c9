// SPDX-License-Identifier: Apache-2.0
// Boolean programs: Bebop's language (Ball, Rajamani, SPIN 2000) and what SLAM, Moped and Boppo added to it.
// Operators stand in a flat list: dialects disagree on what binds tighter, so ExprReader decides.
grammar Bp;

program : (declaration ';' | procedure ';'?)* EOF ;

declaration : 'decl' name (',' name)* ;

procedure : 'dfs'? type? name '(' (name (',' name)*)? ')' 'begin' sequence 'end' ;

type : 'void' | 'bool' ('<' Number '>')? ;

sequence : (line? ';' | block)* line? ;

line : label+ simple? | simple ;

block : label* (choice | loop) ;

label : name ':' ;

choice : 'if' expr 'then' sequence ('elsif' expr 'then' sequence)* ('else' sequence)? 'fi' ;

loop : 'while' expr 'do' sequence 'od' ;

simple
    : declaration                                       # Declare
    | 'enforce' expr                                    # Enforce
    | 'skip'                                            # Skip
    | 'print' exprs                                     # Print
    | 'assume' expr                                     # Assume
    | 'assert' expr                                     # Assert
    | 'abortif' expr                                    # AbortIf
    | 'dead' name (',' name)*                           # Dead
    | 'goto' name (',' name)*                           # Goto
    | 'return' exprs?                                   # Return
    | call                                              # CallAlone
    | name (',' name)* ':=' call                        # CallAssign
    | name (',' name)* ':=' exprs ('constrain' expr)?   # Assign
    | 'start_thread' call                               # Thread
    | ('atomic_begin' | 'atomic_end')                   # Atomic
    | ('end_thread' | 'sync' name)                      # EndThread
    ;

call : name '(' exprs? ')' ;

exprs : expr (',' expr)* ;

expr : operand (operator operand)* ;

operator : '&' | '&&' | '|' | '||' | '^' | '=' | '==' | '!=' | '=>' | '<=>' ;

operand
    : ('!' | '~') operand                               # Not
    | '(' expr ')'                                      # Bracketed
    | 'schoose' '[' expr ',' expr ']'                   # Choose
    | '\'' name                                         # Next
    | ('*' | '?')                                       # Any
    | ('T' | 'true')                                    # True
    | ('F' | 'false')                                   # False
    | Number                                            # Digit
    | name                                              # Variable
    ;

name : Name | Quoted ;

Quoted : '{' ~[{}\r\n]+ '}' ;
Name : [a-zA-Z_$] [a-zA-Z0-9_$#-]* ;
Number : [0-9]+ ;

LineComment : '//' ~[\r\n]* -> channel(HIDDEN) ;
Comment : '/*' .*? '*/' -> channel(HIDDEN) ;
Unclosed : '/*' ;
Space : [ \t\r\n\f]+ -> channel(HIDDEN) ;
Other : . ;
